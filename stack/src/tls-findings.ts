import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outcomeOf, words } from './run.js';
import type { StackPlace } from './stack.js';

export interface TlsFinding {
  readonly id: string;
  readonly severity: string;
  readonly finding: string;
}

/** Of what is looked at here; a run that was cut off lacks some of them. */
const essential = ['SSLv2', 'TLS1', 'TLS1_2', 'TLS1_3', 'cipherlist_NULL', 'cert_commonName', 'heartbleed', 'ROBOT'];
const grave = new Set(['WARN', 'MEDIUM', 'HIGH', 'CRITICAL', 'FATAL']);
/** What testssl.sh calls low or worth knowing and is promised here. The finding `HSTS` is that there is none. */
const promised = (finding: TlsFinding): boolean =>
  finding.id === 'HSTS' || (/^TLS1(_1)?$/.test(finding.id) && !finding.finding.startsWith('not offered'));

/**
 * What testssl.sh says of a server: protocols, classes of ciphers, the certificate, headers, known weaknesses. It ends with 0 whatever it
 * finds, and may be cut off.
 * @throws Error when it is not installed, or has not looked at everything.
 */
export async function findTlsFindings(
  { domain, httpsPort }: StackPlace,
  rootCertificate: string,
): Promise<TlsFinding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'virtualcafe-testssl-'));
  const [file, authority] = [join(folder, 'findings.json'), join(folder, 'authority.pem')];
  await writeFile(authority, rootCertificate);
  const looks = words('--protocols --std --server-preference --server-defaults --headers --vulnerable');
  const how = ['--quiet', '--warnings', 'off', '--color', '0', '--ip', '127.0.0.1', '--add-ca', authority];
  try {
    const { output } = await outcomeOf('testssl', [...how, '--jsonfile', file, ...looks, `${domain}:${httpsPort}`]);
    const text = await readFile(file, 'utf8').catch(() => '[]');
    const findings = JSON.parse(text) as TlsFinding[];
    const missing = essential.filter((id) => !findings.some((each) => each.id === id));
    if (missing.length > 0) throw new Error(`testssl.sh has not looked at ${missing.join(', ')}:\n${output}`);
    return findings;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error('This test needs testssl.sh: apt-get install testssl.sh', { cause: error });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What may not be so: everything grave that nobody has given a reason for. */
export const unexplained = (findings: readonly TlsFinding[], accepted: ReadonlyMap<string, string>): TlsFinding[] =>
  findings.filter((each) => (grave.has(each.severity) || promised(each)) && !accepted.has(each.id));
