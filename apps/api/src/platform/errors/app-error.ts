import { type ErrorCode, errorCatalogue, type FieldError, statusOf } from '@virtualcafe/contracts';

export interface AppErrorOptions {
  /** What is particular to this case, in English, safe to show to anyone. */
  detail?: string;
  /** The fields that were refused. */
  errors?: FieldError[];
  /** When the caller may try again, in seconds; becomes `Retry-After`. */
  retryAfterSeconds?: number;
  /** When what is refused is allowed again; null is never. */
  until?: Date | null;
  /** Further response headers. */
  headers?: Record<string, string>;
  cause?: unknown;
}

/** An expected failure: its code decides the HTTP status or the socket acknowledgement. */
export class AppError extends Error {
  readonly detail: string | undefined;
  readonly errors: FieldError[] | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly until: Date | null | undefined;
  readonly headers: Record<string, string>;

  constructor(
    readonly code: ErrorCode,
    options: AppErrorOptions = {},
  ) {
    super(
      options.detail ?? errorCatalogue[code].title,
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.name = 'AppError';
    this.detail = options.detail;
    this.errors = options.errors;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.until = options.until;
    this.headers = options.headers ?? {};
  }

  get status(): number {
    return statusOf(this.code);
  }
}

/** The refusal of one field by a rule that a schema cannot say. */
export const fieldRefused = (code: ErrorCode, pointer: string, message: string): AppError =>
  new AppError(code, { detail: message, errors: [{ pointer, in: 'body', message }] });
