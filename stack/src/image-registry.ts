import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.js';

interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A registry of images (OCI Distribution) from which one can only pull; on this machine, where Docker asks for no TLS. */
export class ImageRegistry {
  private constructor(
    private readonly folder: string,
    /** NAME:TAG -> what it is. */
    private readonly offered: ReadonlyMap<string, Descriptor>,
    private readonly server: Server,
  ) {}

  /** Offers images that Docker has by these names. */
  static async offer(names: readonly string[]): Promise<ImageRegistry> {
    const folder = await mkdtemp(join(tmpdir(), 'virtualcafe-registry-'));
    const archive = join(folder, 'images.tar');
    await run('docker', ['save', '--output', archive, ...names]);
    await run('tar', ['-x', '-f', archive, '-C', folder]);
    const index = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')) as { manifests: Descriptor[] };
    const offered = index.manifests.map(
      (each) => [each.annotations?.['io.containerd.image.name']?.replace('docker.io/', '') ?? '', each] as const,
    );
    const server = createServer();
    const registry = new ImageRegistry(folder, new Map(offered), server);
    server.on('request', (asked: IncomingMessage, answer: ServerResponse) => void registry.answer(asked, answer));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return registry;
  }

  /** What names of its images begin with. */
  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await rm(this.folder, { recursive: true });
  }

  private async answer({ url = '', method }: IncomingMessage, answer: ServerResponse): Promise<void> {
    const found = this.find(url);
    if (found === undefined) {
      answer.writeHead(url === '/v2/' ? 200 : 404).end();
      return;
    }
    const { digest, mediaType } = found;
    try {
      const bytes = await readFile(join(this.folder, 'blobs', ...digest.split(':')));
      const headers = { 'content-length': bytes.length, 'docker-content-digest': digest };
      answer.writeHead(200, { 'content-type': mediaType, ...headers });
      answer.end(method === 'HEAD' ? undefined : bytes);
    } catch {
      // It has nothing of the kind.
      answer.writeHead(404).end();
    }
  }

  private find(url: string): Descriptor | undefined {
    const [, name = '', kind, reference = ''] = /^\/v2\/(.+)\/(manifests|blobs)\/([^/]+)$/.exec(url) ?? [];
    const known = [...this.offered.values()].find(({ digest }) => digest === reference);
    if (known !== undefined) return known;
    if (kind === 'manifests') return this.offered.get(`${name}:${reference}`);
    return kind === 'blobs' ? { digest: reference, mediaType: 'application/octet-stream' } : undefined;
  }
}
