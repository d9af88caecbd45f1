import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AcmePlace, AcmeServer } from './acme-server.js';
import { type Outcome, outcomeOf, run, words } from './run.js';

export interface StackPlace {
  readonly folder: string;
  readonly project: string;
  readonly domain: string;
  readonly httpPort: number;
  readonly httpsPort: number;
  readonly acme: AcmePlace;
}

export const adminId = 'admin';

/** VirtualCafe as `scripts/deploy.sh` runs it on this machine, from a checkout of its own. */
export class Stack {
  constructor(readonly place: StackPlace) {}

  get checkoutPath(): string {
    return join(this.place.folder, 'checkout');
  }

  get origin(): string {
    const { domain, httpsPort } = this.place;
    return `https://${domain}${httpsPort === 443 ? '' : `:${httpsPort}`}`;
  }

  /** Runs `scripts/deploy.sh`. */
  deploy(...args: readonly string[]): Promise<Outcome> {
    return outcomeOf(join(this.checkoutPath, 'scripts/deploy.sh'), args, { environment: this.environment });
  }

  /** Runs `docker compose` on the stack. @throws Error when it fails. */
  compose(...args: readonly string[]): Promise<string> {
    const deploy = join(this.checkoutPath, 'deploy');
    return run('docker', ['compose', '--project-directory', deploy, '--file', join(deploy, 'compose.yml'), ...args], {
      environment: this.environment,
    });
  }

  /** Installs it with a certificate of `acme`. @throws Error with what the script said. */
  async install(acme: AcmeServer, email: string): Promise<string> {
    const { domain, httpPort, httpsPort } = this.place;
    const said = words(`--domain ${domain} --email ${email} --http-port ${httpPort} --https-port ${httpsPort}`);
    const { code, output } = await this.deploy(
      'init',
      ...said,
      ...words(`--acme-server ${acme.directoryUrl} --acme-ca ${acme.caFile}`),
    );
    if (code !== 0) throw new Error(`deploy.sh init ended with ${code}:\n${output}`);
    return output;
  }

  /** What deploy/.env says; nothing when it does not. */
  async setting(name: string): Promise<string> {
    const text = await readFile(join(this.checkoutPath, 'deploy/.env'), 'utf8');
    return new RegExp(`^${name}=(.*)$`, 'm').exec(text)?.[1] ?? '';
  }

  /** What the database answers, columns apart by |. @throws Error with what it says. */
  async query(sql: string): Promise<string> {
    const psql = words('psql -U virtualcafe -d virtualcafe -qAt -v ON_ERROR_STOP=1 -c');
    return (await this.compose('exec', '--no-TTY', 'db', ...psql, sql)).trim();
  }

  async adminPassword(): Promise<string> {
    const text = await readFile(join(this.checkoutPath, 'deploy/secrets/first_admin'), 'utf8');
    const password = /^password: (.+)$/m.exec(text)?.[1];
    if (password === undefined) throw new Error('There is no password of the first administrator');
    return password;
  }

  /** Nothing of it is left, its data neither. */
  async remove(): Promise<void> {
    const { environment } = this;
    await outcomeOf('docker', words('compose --profile * down --volumes --timeout 5'), { environment });
    await this.removeLeftovers();
    await rm(this.place.folder, { recursive: true, force: true });
  }

  /** What a run that was cut off has left. */
  private async removeLeftovers(): Promise<void> {
    const label = `label=com.docker.compose.project=${this.place.project}`;
    for (const kind of ['container', 'network', 'volume']) {
      const all = kind === 'container' ? ['--all'] : [];
      const listed = await run('docker', [kind, 'ls', ...all, '--quiet', '--filter', label]);
      const ids = listed.split('\n').filter((id) => id !== '');
      if (ids.length > 0) await outcomeOf('docker', [kind, 'rm', '--force', ...ids]);
    }
  }

  private get environment(): NodeJS.ProcessEnv {
    return { COMPOSE_PROJECT_NAME: this.place.project };
  }
}
