import { session } from '../session/session.js';
import { unreachable } from './api-error.js';

/**
 * Sends with the session's token, and once more with a new one when the API answers 401.
 * `send` must be repeatable; it gets null for an anonymous visitor.
 */
export async function sendWithSession<T extends { readonly status: number }>(
  send: (token: string | null) => Promise<T>,
): Promise<T> {
  const token = await session.token();
  const response = await send(token);
  if (response.status !== 401 || token === null) return response;
  const renewed = await session.renew(token);
  return renewed === null ? response : send(renewed);
}

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

/** `fetch` that makes a failed connection an ApiError. */
export async function plainFetch(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    throw isAbort(error) ? error : unreachable(error);
  }
}

/** `plainFetch` that carries the session. */
export function sessionFetch(request: Request): Promise<Response> {
  return sendWithSession((token) => {
    const attempt = request.clone();
    if (token !== null) attempt.headers.set('Authorization', `Bearer ${token}`);
    return plainFetch(attempt);
  });
}
