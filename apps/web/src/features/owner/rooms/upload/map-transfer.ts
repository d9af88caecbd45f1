import type { DetailedError, HttpRequest, HttpResponse, PreviousUpload, UploadOptions } from 'tus-js-client';
import { errorOfAnswer, unreachable } from '../../../../lib/api/api-error.js';
import { session } from '../../../../lib/session/session.js';
import type { Transfer, TransferEvents, UploadTarget } from './map-upload.js';

const endpoint = '/api/v1/map-uploads';
// What is lost at most when a connection breaks behind a proxy that passes only whole requests on.
const partBytes = 16 * 1024 * 1024;
const longestWaitMs = 20_000;
/** Half an hour without a connection, then one has to ask for it. */
const retryDelaysMs = [0, 1_000, 3_000, 8_000, ...Array.from({ length: 90 }, () => longestWaitMs)];
/** The API forgets what was not finished after a day. */
const keptMs = 24 * 3_600_000;

// Fetched when a model is about to be sent: most visits of the console never send one.
const loadTus = () => import('tus-js-client');

/** An upload that was begun on this device and not finished. */
export type UnfinishedUpload = {
  readonly key: string;
  readonly url: string;
  readonly fileName: string;
  readonly sizeBytes: number;
};

/** The way of one file to the API, from where an earlier attempt has left it. */
export async function openTransfer(
  file: File,
  { viewerCode, type }: UploadTarget,
  events: TransferEvents,
): Promise<{ transfer: Transfer; isResumed: boolean }> {
  const { Upload } = await loadTus();
  const upload = new Upload(file, {
    endpoint,
    ...authorisation(),
    metadata: { viewer: viewerCode, type, filename: file.name },
    // The file alone is not enough: the same one may be meant for another room.
    fingerprint: () => Promise.resolve(['map', viewerCode, type, file.name, file.size, file.lastModified].join('/')),
    chunkSize: partBytes,
    retryDelays: retryDelaysMs,
    storeFingerprintForResuming: true,
    removeFingerprintOnSuccess: true,
    onShouldRetry: (error) => {
      const isPassing = mayPass(error);
      if (isPassing) events.onWaiting();
      return isPassing;
    },
    onProgress: events.onProgress,
    onSuccess: events.onSent,
    onError: (error) => events.onFailed(apiErrorOf(error)),
  });
  const previous = newest(await upload.findPreviousUploads());
  if (previous !== undefined) upload.resumeFromPreviousUpload(previous);
  const transfer: Transfer = {
    start: () => upload.start(),
    pause: () => upload.abort(false),
    cancel: () => upload.abort(true),
  };
  return { transfer, isResumed: previous !== undefined };
}

/** What of a room was begun on this device within the last day and not finished. */
export async function unfinishedUploads({ viewerCode, type }: UploadTarget): Promise<UnfinishedUpload[]> {
  const { defaultOptions } = await loadTus();
  const all = await defaultOptions.urlStorage.findAllUploads();
  return all
    .filter(({ metadata }) => metadata['viewer'] === viewerCode && metadata['type'] === type)
    .flatMap((upload) => (upload.uploadUrl !== null && isKept(upload) ? [{ ...upload, url: upload.uploadUrl }] : []))
    .map(({ urlStorageKey, url, metadata, size }) => ({
      key: urlStorageKey,
      url,
      fileName: metadata['filename'] ?? '',
      sizeBytes: size ?? 0,
    }));
}

/** Has the API forget what it has of an unfinished upload. */
export async function discardUpload({ key, url }: UnfinishedUpload): Promise<void> {
  const { Upload, defaultOptions } = await loadTus();
  await defaultOptions.urlStorage.removeUpload(key);
  // If it is forgotten there already, or cannot be reached: a day later it is gone by itself.
  await Upload.terminate(url, { ...authorisation(), retryDelays: null }).catch(() => undefined);
}

/** Puts the session's token on each request, a new one after the API has refused one. */
function authorisation(): Pick<UploadOptions, 'onBeforeRequest' | 'onAfterResponse'> {
  let sent: string | null = null;
  let refused: string | null = null;
  return {
    onBeforeRequest: async (request: HttpRequest) => {
      sent = refused === null ? await session.token() : await session.renew(refused);
      refused = null;
      if (sent !== null) request.setHeader('Authorization', `Bearer ${sent}`);
    },
    onAfterResponse: (_request: HttpRequest, response: HttpResponse) => {
      if (response.getStatus() === 401) refused = sent;
    },
  };
}

/** No answer, a busy or failing server, somebody else's hold on the upload, and a token that has run out. */
function mayPass({ originalResponse }: DetailedError): boolean {
  if (originalResponse === null) return true;
  const status = originalResponse.getStatus();
  if (status === 401) return session.getState().status === 'signedIn';
  return status >= 500 || [409, 423, 429].includes(status);
}

function apiErrorOf(error: Error | DetailedError): unknown {
  const response = 'originalResponse' in error ? error.originalResponse : undefined;
  if (response === undefined) return error;
  if (response === null) return unreachable(error);
  const retryAfter = response.getHeader('Retry-After');
  const headers = retryAfter === undefined ? {} : { 'Retry-After': retryAfter };
  return errorOfAnswer(new Response(null, { status: response.getStatus(), headers }), bodyOf(response));
}

function bodyOf(response: HttpResponse): unknown {
  try {
    return JSON.parse(response.getBody());
  } catch {
    return undefined;
  }
}

const isKept = ({ creationTime }: PreviousUpload): boolean => Date.now() - Date.parse(creationTime) < keptMs;

const newest = (uploads: readonly PreviousUpload[]): PreviousUpload | undefined =>
  uploads
    .filter(({ uploadUrl }) => uploadUrl !== null)
    .toSorted((a, b) => Date.parse(b.creationTime) - Date.parse(a.creationTime))[0];
