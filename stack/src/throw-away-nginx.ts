import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { containerOf, inspected } from './app-view.js';
import { outcomeOf, run } from './run.js';
import type { Stack, StackPlace } from './stack.js';
import { until } from './until.js';

export interface NginxChanges {
  /** File of /etc/virtualcafe -> what it says instead. */
  readonly files?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A second nginx of the stack's own image and setup before the same server, with some changes; on a port of its own of this machine. */
export class ThrowAwayNginx {
  private constructor(
    readonly container: string,
    /** As that of the stack, but for the port. */
    readonly place: StackPlace,
    private readonly folder: string,
  ) {}

  static async start(stack: Stack, { files = {}, environment = {} }: NginxChanges): Promise<ThrowAwayNginx> {
    const original = await containerOf(stack, 'nginx');
    const image = await inspected(original, '{{.Image}}');
    const network = `${stack.place.project}_app-network`;
    const hosts = JSON.parse(await inspected(original, '{{json .HostConfig.ExtraHosts}}')) as string[];
    const settings = { DOMAIN: stack.place.domain, APPS: 'app-1 app-2', ...environment };
    const folder = await mkdtemp(join(tmpdir(), 'virtualcafe-nginx-'));
    // It runs as nobody in particular, who is to read these.
    await run('chmod', ['0755', folder]);
    const mounts = ['--volume', `${stack.place.project}_nginx:/etc/virtualcafe:ro`];
    for (const [name, text] of Object.entries(files)) {
      const file = join(folder, name.replaceAll('/', '-'));
      await writeFile(file, text, { mode: 0o644 });
      mounts.push('--volume', `${file}:/etc/virtualcafe/${name}:ro`);
    }
    const options = [
      ...hosts.flatMap((host) => ['--add-host', host]),
      ...Object.entries(settings).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
      ...mounts,
    ];
    const started = ['run', '--detach', '--network', network, '--publish', '127.0.0.1::8443', ...options, image];
    const container = (await run('docker', started)).trim().split('\n').at(-1) ?? '';
    const published = await run('docker', ['port', container, '8443/tcp']);
    const httpsPort = Number(/:(\d+)\s*$/.exec(published)?.[1]);
    const nginx = new ThrowAwayNginx(container, { ...stack.place, httpsPort }, folder);
    const isUp = ['exec', container, 'curl', '-fsS', 'http://127.0.0.1:8080/nginx-health'];
    await until(async () => ((await outcomeOf('docker', isUp)).code === 0 ? true : undefined));
    return nginx;
  }

  async remove(): Promise<void> {
    await outcomeOf('docker', ['rm', '--force', '--volumes', this.container]);
    await rm(this.folder, { recursive: true, force: true });
  }
}
