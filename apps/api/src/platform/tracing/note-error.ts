import { AppError } from '../errors/app-error.js';
import { errorType, type Span } from './tracer.js';

/** Names what went wrong in a span. A refusal is an answer as any other: it has a code, but nothing has failed. */
export function noteError(span: Span, error: unknown): void {
  const known = error instanceof AppError ? error : undefined;
  if (known !== undefined) span.set({ 'virtualcafe.error.code': known.code });
  if (known === undefined || known.status >= 500) span.fail(errorType(known?.cause ?? error));
}
