import { errorOfAnswer } from '../../../../lib/api/api-error.js';
import { sessionFetch } from '../../../../lib/api/session-fetch.js';
import { saveFile } from '../../../../lib/files/save-file.js';

/** Fetches a file of a map with the keeper's session, which a plain link could not carry, and has the browser save it. */
export async function downloadMap(code: string, fileId: string, fileName: string): Promise<void> {
  const address = new URL(`/api/v1/viewers/${code}/map-files/${fileId}`, location.origin);
  const response = await sessionFetch(new Request(address));
  // A gateway's own page is no JSON: the status then says what there is to say.
  if (!response.ok) throw errorOfAnswer(response, await response.json().catch(() => undefined));
  saveFile(await response.blob(), fileName);
}
