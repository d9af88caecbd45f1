import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { run } from '@virtualcafe/stack/run';
import type { Stack } from '@virtualcafe/stack/stack';
import { containerOf } from '@virtualcafe/stack/app-view';

/** What one would write who only wants files served: the image's own nginx.conf, its access log too, and this. */
const site = (domain: string): string => `server {
  listen 8443 ssl;
  http2 on;
  server_name ${domain};
  ssl_certificate /etc/nginx/conf.d/fullchain.pem;
  ssl_certificate_key /etc/nginx/conf.d/privkey.pem;
  root /usr/share/nginx/html;
  gzip_static on;
}
`;

/** The rival: nginx as it comes, with the certificate and some of the files of the stack's own. */
export class BareNginx {
  private constructor(readonly container: string) {}

  /** @param files path on the site -> file in the stack's nginx. */
  static async start(stack: Stack, folder: string, files: ReadonlyMap<string, string>): Promise<BareNginx> {
    const original = await containerOf(stack, 'nginx');
    const [html, conf] = [join(folder, 'html'), join(folder, 'conf.d')];
    for (const [path, file] of files) await take(original, file, join(html, path));
    for (const name of ['fullchain.pem', 'privkey.pem'])
      await take(original, `/run/nginx/tls/${name}`, join(conf, name));
    await writeFile(join(conf, 'default.conf'), site(stack.place.domain));
    await run('chmod', ['-R', 'a+rX', folder]);
    const network = `${stack.place.project}_app-network`;
    const mounts = ['--volume', `${html}:/usr/share/nginx/html:ro`, '--volume', `${conf}:/etc/nginx/conf.d:ro`];
    const started = ['run', '--detach', '--network', network, ...mounts, 'nginx:1-bookworm'];
    return new BareNginx((await run('docker', started)).trim());
  }

  async remove(): Promise<void> {
    await run('docker', ['rm', '--force', '--volumes', this.container]);
  }
}

/** Copies what lies in a container, byte for byte. */
async function take(container: string, from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  const encoded = await run('docker', ['exec', container, 'base64', from]);
  await writeFile(to, Buffer.from(encoded, 'base64'));
}
