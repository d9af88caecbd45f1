// What Chrome, Firefox and Safari say when a dynamically imported file is not there.
const messages = ['dynamically imported module', 'Importing a module script failed', 'Unable to preload CSS'];

/** True when a page's code could not be fetched: usually a new version has replaced it on the server. */
export const isMissingChunk = (error: unknown): boolean =>
  error instanceof Error && messages.some((message) => error.message.includes(message));
