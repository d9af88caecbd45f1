import { describe, expect, inject, it } from 'vitest';
import { Stack } from './stack.js';
import { ThrowAwayNginx } from './throw-away-nginx.js';
import { findTlsFindings, unexplained } from './tls-findings.js';

const place = inject('place');
const { rootCertificate } = inject('installation');

/** Finding of testssl.sh -> why it may stand. */
const accepted = new Map([
  ['engine_problem', 'of the OpenSSL that tests: it has no GOST'],
  [
    'secure_renego',
    'of the OpenSSL that tests: it refuses to renegotiate as of old, and so cannot see whether the server would',
  ],
  ['cipher_order', 'Mozilla’s intermediate configuration leaves the choice to clients: all of the ciphers are good'],
  ['cert_validityPeriod', 'of the test’s authority, which signs for five years'],
  ['cert_revocation', 'of the test’s authority, which names no list; real ones do'],
  [
    'BREACH',
    'pages are compressed and hold no secret: tokens are in scripts’ memory and in a cookie, and no page repeats them beside what a request says',
  ],
]);

describe('what testssl.sh finds', () => {
  it('is nothing that is not accounted for', async () => {
    const findings = await findTlsFindings(place, rootCertificate);
    expect(unexplained(findings, accepted)).toEqual([]);
    const of = (id: string): string | undefined => findings.find((each) => each.id === id)?.finding;
    expect(of('TLS1')).toBe('not offered');
    expect(of('TLS1_1')).toBe('not offered');
    expect(of('TLS1_3')).toMatch(/^offered/);
    expect(of('ALPN_HTTP2')).toBe('h2');
    expect(of('cert_chain_of_trust')).toMatch(/passed/);
  });

  it('would be found in an nginx that is set up badly', async () => {
    const bad = await ThrowAwayNginx.start(new Stack(place), {
      files: {
        'snippets/tls.conf': `ssl_protocols TLSv1 TLSv1.1 TLSv1.2;
          ssl_ciphers ALL:@SECLEVEL=0;
          ssl_session_tickets on;`,
        'snippets/transport-security.conf': '',
      },
    });
    try {
      const found = unexplained(await findTlsFindings(bad.place, rootCertificate), accepted).map(({ id }) => id);
      // Old protocols, anonymous and weak ciphers, a certificate that nobody trusts, no strict transport security.
      expect(found).toEqual(
        expect.arrayContaining(['cipherlist_aNULL', 'cert_chain_of_trust', 'HSTS', 'TLS1', 'TLS1_1']),
      );
    } finally {
      await bad.remove();
    }
  });
});
