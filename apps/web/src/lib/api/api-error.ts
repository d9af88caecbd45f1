import type { ErrorCode, FieldError, Problem } from '@virtualcafe/contracts';

/** The API's codes, and two for what happens before or after the API: no connection, and an answer that is no problem document. */
export type ClientErrorCode = ErrorCode | 'network.unreachable' | 'response.unreadable';

type Details = {
  title: string;
  status: number;
  fieldErrors?: readonly FieldError[] | undefined;
  requestId?: string | undefined;
  retryAfterSeconds?: number | undefined;
  cause?: unknown;
};

/** Every failure of a call to the API. `status` is 0 when no answer came; `message` is the API's English title. */
export class ApiError extends Error {
  readonly status: number;
  readonly fieldErrors: readonly FieldError[];
  readonly requestId: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    readonly code: string,
    details: Details,
  ) {
    super(details.title, { cause: details.cause });
    this.name = 'ApiError';
    this.status = details.status;
    this.fieldErrors = details.fieldErrors ?? [];
    this.requestId = details.requestId;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }

  is(...codes: ClientErrorCode[]): boolean {
    return codes.some((code) => code === this.code);
  }

  /** True when asking again later may well succeed: nothing answered, or the server is overloaded or down. */
  get isTransient(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 502;
  }
}

function isProblem(body: unknown): body is Problem {
  return (
    typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string' && 'title' in body
  );
}

const unreadable = 'The answer is not a problem document';

/** The error of an answer that is not 2xx. A gateway's own page becomes "unavailable" or "unreadable". */
export function errorOfAnswer(response: Response, body: unknown): ApiError {
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN);
  const retryAfterSeconds = Number.isFinite(retryAfter) ? retryAfter : undefined;
  const { status } = response;
  if (isProblem(body)) {
    const { code, title, errors: fieldErrors, requestId } = body;
    return new ApiError(code, { title, status, fieldErrors, requestId, retryAfterSeconds });
  }
  const code: ClientErrorCode = status >= 502 ? 'service.unavailable' : 'response.unreadable';
  return new ApiError(code, { title: unreadable, status, retryAfterSeconds });
}

export const unreachable = (cause: unknown): ApiError =>
  new ApiError('network.unreachable', { title: 'The server could not be reached', status: 0, cause });
