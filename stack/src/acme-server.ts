import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { outcomeOf, run, words } from './run.js';

/** Of Docker's own network: whatever runs in a container reaches the machine there. */
const machine = '172.17.0.1';

export interface AcmePlace {
  /** Where its keys and settings lie. */
  readonly folder: string;
  /** Of its container. */
  readonly name: string;
  /** Where it speaks ACME; it is managed at a thousand above. */
  readonly port: number;
}

/** Pebble, a certificate authority for tests that speaks ACME (RFC 8555) and looks whether one has the name, as real ones do. */
export class AcmeServer {
  readonly directoryUrl: string;
  /** What its own address is signed with. */
  readonly caFile: string;

  constructor(private readonly place: AcmePlace) {
    this.directoryUrl = `https://${machine}:${place.port}/dir`;
    this.caFile = join(place.folder, 'ca.pem');
  }

  /** `domain` leads to this machine, where port `httpPort` is to answer its challenges. */
  async start(domain: string, httpPort: number): Promise<void> {
    const { folder, name, port } = this.place;
    await mkdir(folder, { recursive: true });
    await this.makeCertificates();
    const pebble = {
      listenAddress: `0.0.0.0:${port}`,
      managementListenAddress: `0.0.0.0:${port + 1000}`,
      certificate: '/setup/server.pem',
      privateKey: '/setup/server.key',
      httpPort,
      tlsPort: 5001,
      ocspResponderURL: '',
      externalAccountBindingRequired: false,
    };
    await writeFile(join(folder, 'pebble.json'), JSON.stringify({ pebble }));
    await this.stop();
    const publish = [port, port + 1000].flatMap((each) => ['--publish', `${machine}:${each}:${each}`]);
    // Each order is to be checked anew: else a name that does not lead here any more would still be renewed.
    const settings = words('--env PEBBLE_VA_NOSLEEP=1 --env PEBBLE_AUTHZREUSE=0');
    const container = ['--name', name, '--add-host', `${domain}:${machine}`, '--volume', `${folder}:/setup:ro`];
    const program = words('letsencrypt/pebble:latest -config /setup/pebble.json');
    await run('docker', ['run', '--detach', ...container, ...settings, ...publish, ...program]);
  }

  /** The certificate that all that it issues leads to; made anew at each start. */
  async rootCertificate(): Promise<string> {
    const patience = words('--silent --show-error --fail --retry 20 --retry-all-errors --retry-delay 1');
    return run('curl', [...patience, '--cacert', this.caFile, `https://${machine}:${this.place.port + 1000}/roots/0`]);
  }

  async stop(): Promise<void> {
    await outcomeOf('docker', ['rm', '--force', this.place.name]);
  }

  private async makeCertificates(): Promise<void> {
    const { folder } = this.place;
    const openssl = (...args: readonly string[]): Promise<string> => run('openssl', args, { cwd: folder });
    const key = words('-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes');
    const authority = words('-addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign');
    await openssl(
      'req',
      '-x509',
      ...key,
      ...authority,
      ...words('-days 30 -subj /CN=stack -keyout ca.key -out ca.pem'),
    );
    await openssl('req', ...key, ...words(`-subj /CN=${machine} -keyout server.key -out server.csr`));
    await writeFile(join(folder, 'server.ext'), `subjectAltName=IP:${machine}\n`);
    const signing = words('-CA ca.pem -CAkey ca.key -CAcreateserial -days 30 -extfile server.ext');
    await openssl('x509', '-req', ...words('-in server.csr -out server.pem'), ...signing);
    // Pebble is no root in its container.
    await run('chmod', words('0644 server.key server.pem'), { cwd: folder });
  }
}
