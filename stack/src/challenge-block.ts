import { run, words } from './run.js';
import type { StackPlace } from './stack.js';

/** Lets nothing of the certificate authority reach the site while `work` runs: whoever asks for a certificate fails to show the name is theirs. */
export async function withBlockedChallenges<Result>(
  { acme, httpPort }: StackPlace,
  work: () => Promise<Result>,
): Promise<Result> {
  const format = '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}';
  const address = (await run('docker', ['inspect', '--format', format, acme.name])).trim();
  // Before Docker rewrites what goes to a port that it publishes.
  const rule = words(`PREROUTING --source ${address} --protocol tcp --dport ${httpPort} --jump DROP`);
  await run('iptables', ['--table', 'raw', '--insert', ...rule]);
  try {
    return await work();
  } finally {
    await run('iptables', ['--table', 'raw', '--delete', ...rule]);
  }
}
