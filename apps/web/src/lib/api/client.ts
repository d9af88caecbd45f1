import createClient from 'openapi-fetch';
import { errorOfAnswer } from './api-error.js';
import type { paths } from './schema.js';
import { plainFetch, sessionFetch } from './session-fetch.js';

// Both typed by the API's own OpenAPI document; use with `dataOf`.

/** Carries the visitor's session, for everything that depends on who asks. */
export const api = createClient<paths>({ baseUrl: location.origin, fetch: sessionFetch });

/** Carries no token and never waits for a session: for what everybody may read. */
export const publicApi = createClient<paths>({ baseUrl: location.origin, fetch: plainFetch });

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** The body of a good answer; throws an ApiError for any other. */
export async function dataOf<T>(call: Promise<Answer<T>>): Promise<Exclude<T, undefined>> {
  const { data, error, response } = await call;
  if (!response.ok) throw errorOfAnswer(response, error);
  return data as Exclude<T, undefined>;
}

/** As `dataOf`, with the entity tag that an edit must send in `If-Match`. */
export async function taggedDataOf<T>(
  call: Promise<Answer<T>>,
): Promise<{ data: Exclude<T, undefined>; etag: string | null }> {
  const answer = await call;
  const data = await dataOf(Promise.resolve(answer));
  return { data, etag: answer.response.headers.get('ETag') };
}
