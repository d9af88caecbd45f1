/**
 * Shows what a start is doing. On a terminal one line that lives; in a file or a pipe a line when a step ends, and one
 * when it begins if it takes long.
 *
 * @typedef {object} ProgressStep
 * @property {(detail: string) => void} update What the step is at just now.
 * @property {(detail?: string) => void} done
 * @property {() => void} fail Without a line: the error that follows has one.
 *
 * @typedef {object} Progress
 * @property {(title: string) => ProgressStep} begin Steps may overlap.
 * @property {(text: string) => void} note A line of its own that stays.
 */

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 100;
/** In a file, a step that takes longer than this announces itself. */
const SILENT_MS = 1_000;
/** In a file, the details of a long step appear at most this often. */
const DETAIL_MS = 5_000;

/**
 * @param {NodeJS.WriteStream} stream
 * @param {{ hideQuick?: boolean }} [options] hideQuick: in a file, steps that took no time are not worth a line.
 * @returns {Progress}
 */
export function createProgress(stream, options = {}) {
  // The terminal may close before we do (SIGHUP): what cannot be shown any more must not end the shutdown.
  stream.on('error', () => undefined);
  return stream.isTTY && process.env['TERM'] !== 'dumb'
    ? terminalProgress(stream)
    : lineProgress(stream, options.hideQuick === true);
}

/**
 * Runs `work` as one step.
 * @template T
 * @param {Progress} progress
 * @param {string} title
 * @param {(step: ProgressStep) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function runStep(progress, title, work) {
  const step = progress.begin(title);
  try {
    const result = await work(step);
    step.done();
    return result;
  } catch (error) {
    step.fail();
    throw error;
  }
}

/**
 * @param {NodeJS.WriteStream} stream
 * @returns {Progress}
 */
function terminalProgress(stream) {
  /** @type {Set<{ title: string, detail: string, started: number }>} */
  const active = new Set();
  /** @type {NodeJS.Timeout | undefined} */
  let timer;

  const clear = () => stream.write('\r\x1b[2K');
  const draw = () => {
    const now = performance.now();
    const parts = [...active].map(
      ({ title, detail, started }) => `${detail === '' ? title : `${title}: ${detail}`}  ${seconds(now - started)}`,
    );
    const frame = FRAMES[Math.floor(now / FRAME_MS) % FRAMES.length];
    // One line only: what wraps could not be wiped.
    stream.write(`\r\x1b[2K${`${frame} ${parts.join('   ')}`.slice(0, (stream.columns || 80) - 1)}`);
  };
  /** @param {string} text */
  const keep = (text) => {
    clear();
    stream.write(`${text}\n`);
    if (active.size > 0) draw();
  };
  return {
    note: keep,
    begin(title) {
      const line = { title, detail: '', started: performance.now() };
      active.add(line);
      timer ??= setInterval(draw, FRAME_MS);
      draw();
      /** @param {string | undefined} text */
      const end = (text) => {
        if (!active.delete(line)) return;
        if (active.size === 0) {
          clearInterval(timer);
          timer = undefined;
        }
        if (text !== undefined) keep(text);
        else if (active.size === 0) clear();
      };
      return {
        update(detail) {
          line.detail = detail;
        },
        done: (detail) =>
          end(
            `\x1b[32m✓\x1b[0m ${withDetail(title, detail)}  \x1b[2m${seconds(performance.now() - line.started)}\x1b[0m`,
          ),
        fail: () => end(undefined),
      };
    },
  };
}

/**
 * @param {NodeJS.WriteStream} stream
 * @param {boolean} hideQuick
 * @returns {Progress}
 */
function lineProgress(stream, hideQuick) {
  const began = performance.now();
  /** @param {string} text */
  const note = (text) => void stream.write(`[${seconds(performance.now() - began).padStart(7)}] ${text}\n`);
  return {
    note,
    begin(title) {
      const started = performance.now();
      let shown = started;
      const announce = setTimeout(() => note(`${title} ...`), SILENT_MS);
      announce.unref();
      return {
        update(detail) {
          if (performance.now() - shown < DETAIL_MS) return;
          shown = performance.now();
          note(`${title}: ${detail}`);
        },
        done(detail) {
          clearTimeout(announce);
          const took = performance.now() - started;
          if (!hideQuick || took > SILENT_MS) note(`${withDetail(title, detail)}: done in ${seconds(took)}`);
        },
        fail() {
          clearTimeout(announce);
        },
      };
    },
  };
}

/**
 * @param {string} title
 * @param {string | undefined} detail
 */
function withDetail(title, detail) {
  return detail === undefined ? title : `${title} (${detail})`;
}

/** @param {number} ms */
function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}
