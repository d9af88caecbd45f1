import { describe, expect, it } from 'vitest';
import { acceptsHtml, siteTargetOf, type SiteTarget } from './site-path.rules.js';

describe('siteTargetOf', () => {
  it.each<[SiteTarget, string[]]>([
    ['page', ['/', '/cafes', '/cafes/x', '/cafes/x/', '/apis', '/media-kit', '/%EC%B9%B4%ED%8E%98', '/a.b/c']],
    ['asset', ['/assets/a-0.js', '/assets/deep/er/a.woff2']],
    ['file', ['/favicon.svg', '/site.webmanifest', '/fonts/a.woff2']],
    ['nothing', ['/api', '/api/', '/api/v1/x', '/media', '/media/x.webp', '/socket.io', '/socket.io/?EIO=4']],
    ['nothing', ['/index.html', '/a/index.html', '/.env', '/assets/.env', '/..', '/../x.js', '/a/../x.js', '/a..b.js']],
    ['nothing', ['/a b.js', '/a%2fb.js', '/%2e%2e/x.js', '//x.js', '/a.', '/a\\b.js', '/a.js\u0000']],
  ])('%s: %j', (target, paths) => {
    for (const path of paths) expect([path, siteTargetOf(path)]).toEqual([path, target]);
  });
});

describe('acceptsHtml', () => {
  it.each<[string | undefined, boolean]>([
    [undefined, true],
    ['*/*', true],
    ['text/html,application/xhtml+xml', true],
    ['text/*', true],
    ['application/json', false],
    ['application/json, text/plain', false],
    ['image/avif,image/webp', false],
  ])('%j: %s', (accept, answer) => {
    expect(acceptsHtml(accept)).toBe(answer);
  });
});
