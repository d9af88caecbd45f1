import { createInterface } from 'node:readline';
import { type Readable, Writable } from 'node:stream';
import { CommandError } from './command-error.js';

/** Where a command reads from and writes to: a terminal or pipes. */
export interface CommandStreams {
  readonly input: Readable & { readonly isTTY?: boolean };
  /** What was asked for. */
  readonly output: Writable;
  /** Questions, remarks and failures. */
  readonly errors: Writable;
}

/**
 * A new password: asked for twice without showing it, or the first line of what is piped in. Never an argument, which
 * every process of the machine could read.
 * @throws CommandError when there is none, or the two differ.
 */
export async function readNewPassword(streams: CommandStreams): Promise<string> {
  if (streams.input.isTTY !== true) return firstLine(streams.input);
  const password = await askHidden('Password: ', streams);
  if (password !== (await askHidden('The same again: ', streams))) throw new CommandError('The two passwords differ.');
  return password;
}

async function firstLine(input: Readable): Promise<string> {
  const lines = createInterface({ input });
  for await (const line of lines) {
    lines.close();
    return line;
  }
  throw new CommandError('Type the password in a terminal, or pipe it in: … < password-file');
}

function askHidden(question: string, { input, errors }: CommandStreams): Promise<string> {
  errors.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: nowhere, terminal: true });
  return new Promise((resolve, reject) => {
    lines.once('line', resolve);
    lines.once('SIGINT', () => lines.close());
    // After a line this comes too, and changes nothing any more.
    lines.once('close', () => reject(new CommandError('No password was given.')));
    lines.once('line', () => lines.close());
  }).finally(() => errors.write('\n')) as Promise<string>;
}
