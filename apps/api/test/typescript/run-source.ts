import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

export interface SourceRun {
  readonly child: ChildProcess;
  /** What it printed and how it ended, once it has. */
  readonly result: Promise<{ code: number | null; signal: NodeJS.Signals | null; output: string; errors: string }>;
}

/** Runs a TypeScript source file in a process of its own. */
export function runSource(file: URL, args: readonly string[], environment: NodeJS.ProcessEnv = {}): SourceRun {
  const hooks = new URL('hooks.mjs', import.meta.url);
  const child = spawn(process.execPath, ['--conditions=source', '--import', hooks.href, fileURLToPath(file), ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { child, result: resultOf(child) };
}

async function resultOf(child: ReturnType<typeof spawn>): Promise<Awaited<SourceRun['result']>> {
  const [output, errors] = [child.stdout, child.stderr].map((stream) => (stream === null ? undefined : text(stream)));
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, signal, output: (await output) ?? '', errors: (await errors) ?? '' };
}
