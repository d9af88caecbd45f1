/** Addresses of a room, for others. `origin` has no slash at its end. */
export const roomUrl = (origin: string, code: string): string => `${origin}/r/${code}`;

/** Leads into the same one of the equal rooms as whoever has this key. */
export const friendUrl = (origin: string, code: string, key: string): string =>
  `${roomUrl(origin, code)}?with=${encodeURIComponent(key)}`;

const escapeAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** HTML that shows a room within another site. */
export function embedCode(origin: string, code: string, name: string): string {
  const attributes = [
    `src="${roomUrl(origin, code)}?embed=1"`,
    `title="${escapeAttribute(name)}"`,
    'width="100%" height="560"',
    'style="border:0;border-radius:16px"',
    'allow="fullscreen; clipboard-write"',
    'loading="lazy"',
  ];
  return `<iframe ${attributes.join(' ')}></iframe>`;
}

/** The address people use, as the server has written it into the page; the browser's own where it has not. */
export function publicOrigin(): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  return canonical !== undefined && URL.canParse(canonical) ? new URL(canonical).origin : location.origin;
}
