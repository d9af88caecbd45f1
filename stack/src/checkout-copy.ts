import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { run } from './run.js';

/** A checkout of its own, as one has after cloning: the files as they are now, committed. */
export class CheckoutCopy {
  private constructor(readonly path: string) {}

  static async of(root: string, path: string): Promise<CheckoutCopy> {
    const listed = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
    for (const name of listed.split('\0').filter((each) => each !== '')) {
      await mkdir(dirname(join(path, name)), { recursive: true });
      await cp(join(root, name), join(path, name));
    }
    await run('git', ['init', '--quiet'], { cwd: path });
    const copy = new CheckoutCopy(path);
    await copy.commit('As it is');
    return copy;
  }

  /** Replaces something in a file and commits it: what the next update brings in. @throws Error when it is not there. */
  async change(file: string, from: string, to: string): Promise<void> {
    const path = join(this.path, file);
    const text = await readFile(path, 'utf8');
    if (!text.includes(from)) throw new Error(`${file} does not contain "${from}"`);
    await writeFile(path, text.replace(from, to));
    await this.commit(`Change ${file}`);
  }

  async add(file: string, text: string): Promise<void> {
    await mkdir(dirname(join(this.path, file)), { recursive: true });
    await writeFile(join(this.path, file), text);
    await this.commit(`Add ${file}`);
  }

  /** Back to how it was before the last change. */
  async undo(): Promise<void> {
    await run('git', ['reset', '--quiet', '--hard', 'HEAD~1'], { cwd: this.path });
  }

  private async commit(message: string): Promise<void> {
    const author = ['-c', 'user.name=Stack', '-c', 'user.email=stack@example.com', '-c', 'commit.gpgsign=false'];
    await run('git', ['add', '--all'], { cwd: this.path });
    await run('git', [...author, 'commit', '--quiet', '--no-verify', '--message', message], { cwd: this.path });
  }
}
