// @ts-check
// Run by tests as a real process: starts a PostgreSQL, says so on stdout, one JSON object a line, and waits.
// Usage: node launcher.mjs local|temporary OPTIONS, where OPTIONS is JSON for the function. SIGTERM stops it cleanly.

const [, , kind = '', options = '{}'] = process.argv;

/** @type {(event: string, details?: object) => void} */
const say = (event, details) => console.log(JSON.stringify({ event, ...details }));

/** @type {(name: string) => string} */
const compiled = (name) => new URL(`./dist/${name}`, import.meta.url).href;

// As `npm start` does: Ctrl-C is for us to handle, and must not reach the server by itself.
process.on('SIGINT', () => say('interrupted'));

/** @type {{ onProgress: (message: string) => void }} */
const settings = { ...JSON.parse(options), onProgress: (message) => say('progress', { message }) };
try {
  const { startLocalPostgres } = await import(compiled('local-postgres.js'));
  const { startTemporaryPostgres } = await import(compiled('temporary-postgres.js'));
  const { stop, ...server } = await (kind === 'temporary' ? startTemporaryPostgres : startLocalPostgres)(settings);
  process.once('SIGTERM', () => void stop().then(() => process.exit(0)));
  setInterval(() => undefined, 60_000);
  say('ready', server);
} catch (error) {
  say('failed', error instanceof Error ? { name: error.name, message: error.message } : { message: String(error) });
  process.exitCode = 1;
}
