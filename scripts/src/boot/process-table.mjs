import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Questions about other processes, asked of the operating system.
 *
 * A pid alone identifies nothing for long: after a crash or a reboot the same number belongs to another program. Both
 * questions here exist to notice that.
 */

/**
 * When a process was started, as an opaque text that differs between two processes that got the same pid one after
 * the other; null when there is no such process. A zombie counts as gone: where nothing reaps (many containers) it
 * stays for ever.
 * @param {number} pid
 * @returns {string | null}
 */
export function processStartTime(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (process.platform === 'linux') return linuxStartTime(pid);
  if (process.platform === 'win32') return isSignalable(pid) ? 'unknown' : null;
  const [state = '', ...started] = (askPs(pid, 'state=,lstart=') ?? '').trim().split(/\s+/);
  return state === '' || state.startsWith('Z') ? null : started.join(' ');
}

/**
 * The command line of a process; null when there is no such process or, on Windows, no way to ask. Where the system
 * gives one text only, it is the single element.
 * @param {number} pid
 * @returns {string[] | null}
 */
export function processCommandLine(pid) {
  if (processStartTime(pid) === null) return null;
  if (process.platform === 'win32') return null;
  if (process.platform !== 'linux') {
    const line = askPs(pid, 'args=');
    return line === null ? null : [line.trim()];
  }
  const raw = readOrNull(`/proc/${pid}/cmdline`);
  return raw === null ? null : raw.split('\0').slice(0, -1);
}

/**
 * @param {number} pid
 * @returns {string | null}
 */
function linuxStartTime(pid) {
  const stat = readOrNull(`/proc/${pid}/stat`);
  if (stat === null) return null;
  // The second field is the program's name in brackets and may hold spaces and brackets; see proc(5): after it come
  // the state (field 3) and, 19 further, the start time in clock ticks since boot (field 22).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null);
}

/**
 * @param {string} path
 * @returns {string | null}
 */
function readOrNull(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process ended between two questions, or never was.
    return null;
  }
}

/**
 * @param {number} pid
 * @param {string} columns
 * @returns {string | null}
 */
function askPs(pid, columns) {
  try {
    return execFileSync('ps', ['-o', columns, '-p', String(pid)], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    // ps exits with 1 when the process does not exist.
    return null;
  }
}

/**
 * @param {number} pid
 * @returns {boolean}
 */
function isSignalable(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
