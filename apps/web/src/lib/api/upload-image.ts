import type { Image } from '@virtualcafe/contracts';
import { errorOfAnswer, unreachable } from './api-error.js';
import { sendWithSession } from './session-fetch.js';

type UploadOptions = {
  signal: AbortSignal;
  /** Told how much has left this device, 0 to 1. */
  onProgress: (sent: number) => void;
};

type Answer = { status: number; body: unknown; retryAfter: string | null };

/** Uploads one picture. Throws an ApiError when it is refused or nothing answers, an AbortError when it is cancelled. */
export async function uploadImage(file: File, options: UploadOptions): Promise<Image> {
  const { status, body, retryAfter } = await sendWithSession((token) => send(file, token, options));
  if (status === 201) return body as Image;
  const headers = retryAfter === null ? {} : { 'Retry-After': retryAfter };
  throw errorOfAnswer(new Response(null, { status, headers }), body);
}

// XMLHttpRequest because fetch cannot tell how much of a body has been sent.
function send(file: File, token: string | null, { signal, onProgress }: UploadOptions): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = (): void => request.abort();
    if (signal.aborted) return reject(signal.reason as Error);
    signal.addEventListener('abort', abort);
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('loadend', () => signal.removeEventListener('abort', abort));
    request.addEventListener('abort', () => reject(signal.reason as Error));
    request.addEventListener('error', () => reject(unreachable(new TypeError('The upload was cut off'))));
    request.addEventListener('load', () => resolve(answerOf(request)));
    request.open('POST', '/api/v1/images');
    request.responseType = 'json';
    if (token !== null) request.setRequestHeader('Authorization', `Bearer ${token}`);
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

const answerOf = (request: XMLHttpRequest): Answer => ({
  status: request.status,
  // Null when the body is not JSON, as a gateway's own page.
  body: request.response as unknown,
  retryAfter: request.getResponseHeader('Retry-After'),
});
