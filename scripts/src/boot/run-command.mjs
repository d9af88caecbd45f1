import { spawn } from 'node:child_process';

import { UserFacingError } from './user-facing-error.mjs';

/** The end of a failed command's output that is shown: compilers put what matters there. */
const SHOWN_LINES = 60;

/**
 * Runs a command to its end without showing its output; throws UserFacingError with the end of that output when it
 * fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, signal?: AbortSignal | undefined, onLine?: (line: string) => void, env?: NodeJS.ProcessEnv, shell?: boolean }} options
 * @returns {Promise<void>}
 */
export async function runCommand(command, args, options) {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    signal: options.signal,
    shell: options.shell ?? false,
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  /** @param {Buffer} chunk */
  const collect = (chunk) => {
    output += chunk.toString('utf8');
    const line = output.trimEnd().split('\n').at(-1)?.trim();
    if (line) options.onLine?.(line);
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return;
  const shown = output.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n');
  throw new UserFacingError(`"${[command, ...args].join(' ')}" failed (exit code ${code}):\n${shown}`);
}

/**
 * Runs a Node program to its end with the Node that runs us.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string, signal?: AbortSignal | undefined, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<void>}
 */
export function runNode(program, args, options) {
  return runCommand(process.execPath, [program, ...args], options);
}
