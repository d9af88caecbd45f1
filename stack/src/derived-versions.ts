import { randomBytes } from 'node:crypto';
import { outcomeOf, run } from './run.js';
import type { Stack } from './stack.js';

/** Instructions of a Dockerfile, for each of both images. */
export interface VersionChanges {
  readonly api?: readonly string[];
  readonly web?: readonly string[];
}

const users = { api: 'node', web: 'nginx' } as const;

/** Versions that are like the one that serves, but for some changes. */
export class DerivedVersions {
  private readonly images: string[] = [];

  constructor(private readonly stack: Stack) {}

  /** Its name, for `deploy.sh update --version`. */
  async make(changes: VersionChanges): Promise<string> {
    const good = await this.stack.setting('VERSION');
    const version = `derived-${randomBytes(4).toString('hex')}`;
    for (const kind of ['api', 'web'] as const) {
      const image = `virtualcafe/${kind}:${version}`;
      const instructions = [`FROM virtualcafe/${kind}:${good}`, 'USER root', ...(changes[kind] ?? [])];
      const input = [...instructions, `USER ${users[kind]}`, ''].join('\n');
      await run('docker', ['build', '--quiet', '--tag', image, '-'], { input });
      this.images.push(image);
    }
    return version;
  }

  async remove(): Promise<void> {
    if (this.images.length > 0) await outcomeOf('docker', ['image', 'rm', ...this.images]);
  }
}
