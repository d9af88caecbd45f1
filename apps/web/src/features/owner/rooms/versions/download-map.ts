import { errorOfAnswer } from '../../../../lib/api/api-error.js';
import { apiPath } from '../../../../lib/api/ask-api.js';
import { sessionFetch } from '../../../../lib/api/session-fetch.js';

/** Fetches a file of a map with the keeper's session, which a plain link could not carry, and has the browser save it. */
export async function downloadMap(code: string, fileId: string, fileName: string): Promise<void> {
  const address = new URL(apiPath(['viewers', code, 'map-files', fileId]), location.origin);
  const response = await sessionFetch(new Request(address));
  if (!response.ok) throw errorOfAnswer(response, await response.json().catch(() => undefined));
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser has begun to save it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
