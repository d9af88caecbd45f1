// What is served by others; the web app's page never stands in for what is missing there.
const foreignPath = /^\/(?:api|media|socket\.io)(?:\/|$)/;
// Names of built files: no dot in front, no step upwards, nothing to decode.
const fileName = /^\/(?:[\w@-][\w@.-]*\/)*[\w@-][\w@.-]*\.\w+$/;

/** What a path below the site's root asks for. */
export type SiteTarget = 'page' | 'asset' | 'file' | 'nothing';

/** Sorts a path, as it stands in the request, without its query. */
export function siteTargetOf(path: string): SiteTarget {
  if (foreignPath.test(path)) return 'nothing';
  const lastPart = path.slice(path.lastIndexOf('/') + 1);
  if (!lastPart.includes('.')) return 'page';
  // The built index.html is a template, not a page.
  if (!fileName.test(path) || path.includes('..') || path.endsWith('.html')) return 'nothing';
  return path.startsWith('/assets/') ? 'asset' : 'file';
}

/** Whether an `Accept` header takes HTML; programs that ask for JSON get a problem document instead of a page. */
export const acceptsHtml = (accept: string | undefined): boolean =>
  accept === undefined || /text\/html|text\/\*|\*\/\*/.test(accept);
