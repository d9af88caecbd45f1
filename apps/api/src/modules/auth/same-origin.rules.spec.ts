import { describe, expect, it } from 'vitest';
import { isFromOurPages, type RequestOrigin } from './same-origin.rules.js';

const request: RequestOrigin = {
  fetchSite: undefined,
  origin: undefined,
  host: 'cafe.example:4000',
  allowedOrigins: ['https://admin.partner.example'],
};

describe('a request', () => {
  it.each<[string, Partial<RequestOrigin>]>([
    ['from no page at all (curl, a server)', {}],
    ['from our own page', { fetchSite: 'same-origin', origin: 'http://cafe.example:4000' }],
    [
      'from our own page through a proxy that changes the host',
      { fetchSite: 'same-origin', origin: 'https://cafe.example' },
    ],
    ['of a person', { fetchSite: 'none' }],
    ['from our own page in a browser without Sec-Fetch-Site', { origin: 'http://cafe.example:4000' }],
    ['from an origin that is allowed', { fetchSite: 'cross-site', origin: 'https://admin.partner.example' }],
    ['from an origin that is allowed, in an old browser', { origin: 'https://admin.partner.example' }],
  ])('%s is welcome', (_, given) => {
    expect(isFromOurPages({ ...request, ...given })).toBe(true);
  });

  it.each<[string, Partial<RequestOrigin>]>([
    ['from another site', { fetchSite: 'cross-site', origin: 'https://evil.example' }],
    ['from another site that sends no origin', { fetchSite: 'cross-site' }],
    ['from a sibling subdomain', { fetchSite: 'same-site', origin: 'https://blog.cafe.example' }],
    ['from another site in an old browser', { origin: 'https://evil.example' }],
    ['from another port of our host in an old browser', { origin: 'http://cafe.example:8080' }],
    ['from a host that begins like ours', { origin: 'http://cafe.example:4000.evil.example' }],
    ['from a sandboxed frame or a file', { origin: 'null' }],
    ['with an unknown Sec-Fetch-Site', { fetchSite: 'same-origin, cross-site' }],
    ['with an origin that is no address', { origin: 'http://' }],
  ])('%s is not', (_, given) => {
    expect(isFromOurPages({ ...request, ...given })).toBe(false);
  });
});
