import { errorCatalogue } from '@virtualcafe/contracts';
import { ConfigError } from '../platform/config/config-section.js';
import { isDatabaseUnavailable, isNotMigrated } from '../platform/database/database-errors.js';
import { AppError } from '../platform/errors/app-error.js';

/** A failure whose message is for the person at the terminal. */
export class CommandError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CommandError';
  }
}

/** What to tell the person of a failure, in one line; undefined when it is a fault of the program. */
export function explainError(error: unknown): string | undefined {
  if (error instanceof CommandError || error instanceof ConfigError) return error.message;
  if (error instanceof AppError) return explainAppError(error);
  if (isDatabaseUnavailable(error)) return 'The database does not answer: is it running, and is DATABASE_URL right?';
  if (isNotMigrated(error)) return 'The database lacks tables; run: npm run db -- migrate';
  return undefined;
}

function explainAppError({ code, errors = [] }: AppError): string {
  if (code !== 'request.invalid') return `${errorCatalogue[code].title}.`;
  return errors.map(({ pointer, message }) => `${pointer.slice(1)} ${message}`).join('; ');
}
