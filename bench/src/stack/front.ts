import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspected } from '@virtualcafe/stack/app-view';
import { run } from '@virtualcafe/stack/run';
import { load, type LoadResult, serverCore } from '../load.js';

const crowd = fileURLToPath(new URL('../../src/stack/crowd.lua', import.meta.url));
const connections = 32;

/** A container that answers, as a crowd of visitors reaches it: not by a published port, which Docker would lead through a program. */
export class Front {
  private constructor(
    readonly address: string,
    private readonly origin: string,
    private readonly hostsFile: string,
  ) {}

  /** On the server's core from now on. `domain` is found at it where it speaks TLS; `folder` is for what that needs. */
  static async at(container: string, domain: string, folder: string): Promise<Front> {
    await moveToCore(container, serverCore);
    const network = await inspected(container, '{{range $name, $_ := .NetworkSettings.Networks}}{{$name}} {{end}}');
    const own = network.split(' ').find((name) => name.endsWith('_app-network'));
    const address = await inspected(container, `{{(index .NetworkSettings.Networks "${own}").IPAddress}}`);
    const hostsFile = join(folder, `hosts-${address}`);
    await writeFile(hostsFile, `127.0.0.1 localhost\n${address} ${domain}\n`);
    return new Front(address, `https://${domain}:8443`, hostsFile);
  }

  /** The server's own process, past nginx. */
  get plain(): Front {
    return new Front(this.address, `http://${this.address}:4000`, this.hostsFile);
  }

  load(path: string, headers: readonly string[], seconds: number): Promise<LoadResult> {
    const { origin, hostsFile } = this;
    return load({ url: `${origin}${path}`, seconds, connections, hostsFile, script: [crowd, ...headers] });
  }
}

/** Has a container run on one core, as `taskset` has a program. */
export async function moveToCore(container: string, core: string): Promise<void> {
  await run('docker', ['update', '--cpuset-cpus', core, container]);
}
