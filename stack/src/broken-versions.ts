import { randomBytes } from 'node:crypto';
import { outcomeOf, run } from './run.js';
import type { Stack } from './stack.js';

/** Versions of the server that are not as they should be: images like those that serve, but for some instructions of a Dockerfile. */
export class BrokenVersions {
  private readonly images: string[] = [];

  constructor(private readonly stack: Stack) {}

  /** Its name, for `deploy.sh update --version`. */
  async make(...instructions: readonly string[]): Promise<string> {
    const good = await this.stack.setting('VERSION');
    const version = `broken-${randomBytes(4).toString('hex')}`;
    const input = [`FROM virtualcafe/api:${good}`, 'USER root', ...instructions, 'USER node', ''].join('\n');
    await run('docker', ['build', '--quiet', '--tag', `virtualcafe/api:${version}`, '-'], { input });
    await run('docker', ['tag', `virtualcafe/web:${good}`, `virtualcafe/web:${version}`]);
    this.images.push(`virtualcafe/api:${version}`, `virtualcafe/web:${version}`);
    return version;
  }

  async remove(): Promise<void> {
    if (this.images.length > 0) await outcomeOf('docker', ['image', 'rm', ...this.images]);
  }
}
