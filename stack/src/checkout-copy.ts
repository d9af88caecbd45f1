import { existsSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { run } from './run.js';

/** Makes a checkout of its own at `path`, as one has after cloning: the files of `root` as they are now, committed. */
export async function copyCheckout(root: string, path: string): Promise<void> {
  const listed = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  // One that was deleted is listed until that is committed.
  for (const name of listed.split('\0').filter((each) => each !== '' && existsSync(join(root, each)))) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await cp(join(root, name), join(path, name));
  }
  const author = ['-c', 'user.name=Stack', '-c', 'user.email=stack@example.com', '-c', 'commit.gpgsign=false'];
  await run('git', ['init', '--quiet'], { cwd: path });
  await run('git', ['add', '--all'], { cwd: path });
  await run('git', [...author, 'commit', '--quiet', '--no-verify', '--message', 'As it is'], { cwd: path });
}
