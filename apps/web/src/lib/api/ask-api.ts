import { sessionFetch } from './session-fetch.js';

type Question = { body?: unknown; ifMatch?: string | undefined; signal?: AbortSignal | undefined };
type Answer<T> = { data?: T; error?: unknown; response: Response };

/**
 * Calls a route by its path, with the visitor's session, where the type of the answer is one of the contracts' own; use
 * with `dataOf` or `taggedDataOf`. `path` must have its parts encoded.
 */
export async function askApi<T>(method: string, path: string, question: Question = {}): Promise<Answer<T>> {
  const { body, ifMatch, signal } = question;
  const headers = new Headers();
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  if (ifMatch !== undefined) headers.set('If-Match', ifMatch);
  const request = new Request(new URL(path, location.origin), {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  const response = await sessionFetch(request);
  const text = await response.text();
  const read = jsonOf(text);
  return response.ok ? { data: read as T, response } : { error: read, response };
}

/** A path with its parts encoded and the parameters that are set. */
export function apiPath(
  parts: readonly string[],
  query: Record<string, string | number | boolean | undefined> = {},
): string {
  const entries = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  const search = entries.length === 0 ? '' : `?${new URLSearchParams(entries)}`;
  return `/api/v1/${parts.map(encodeURIComponent).join('/')}${search}`;
}

/** Undefined for what is no JSON: nothing at all, or a gateway's own page. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
