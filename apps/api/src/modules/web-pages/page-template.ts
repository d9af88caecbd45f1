import { createHash } from 'node:crypto';
import { headElementsOf, type PageDescription } from './page-description.js';

/** The built `index.html`, in which a page's language, title and description take the place of the general ones. */
export class PageTemplate {
  /** Changes with every build: pages made of different builds name different scripts. */
  readonly version: string;
  private readonly parts: readonly [start: string, beforeHead: string, rest: string];

  /** @throws Error when the file lacks what is to be replaced. */
  constructor(html: string) {
    this.version = createHash('sha1').update(html).digest('base64url');
    const undescribed = html.replace(/\s*<meta\s+name="description"[^>]*>/i, '');
    const [beforeTitle, rest] = splitAt(undescribed, /<title>[^<]*<\/title>/i);
    const [start, beforeHead] = splitAt(beforeTitle, /(?<=<html\b[^>]*\blang=")[^"]*/i);
    this.parts = [start, beforeHead, rest];
  }

  render(page: PageDescription): string {
    const [start, beforeHead, rest] = this.parts;
    return `${start}${page.language}${beforeHead}${headElementsOf(page)}${rest}`;
  }
}

function splitAt(text: string, pattern: RegExp): [before: string, after: string] {
  const match = pattern.exec(text);
  if (match === null) throw new Error(`index.html of the web app has nothing like ${pattern.source}`);
  return [text.slice(0, match.index), text.slice(match.index + match[0].length)];
}
