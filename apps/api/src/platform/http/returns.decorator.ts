import { applyDecorators, Header, HttpCode, HttpStatus } from '@nestjs/common';
import { ApiExtension, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { type ErrorCode, problem, statusOf } from '@virtualcafe/contracts';
import type { z } from 'zod';

interface Answer {
  /** The operation's stable id, camelCase. */
  readonly id: string;
  readonly summary: string;
  readonly status?: number;
  /** Absent where nothing is answered (204), and where the answer is a text. */
  readonly schema?: z.ZodType;
  /** The media type of an answer that is a text and not JSON. */
  readonly text?: string;
  /** The domain's errors of this operation; those of every operation (400, 401, 403, 429, 500) are not listed. */
  readonly errors?: readonly ErrorCode[];
}

/** Documents what a route answers; the tests hold every answer against it. */
export function Returns({
  id,
  summary,
  schema,
  text,
  errors = [],
  status = schema === undefined && text === undefined ? HttpStatus.NO_CONTENT : HttpStatus.OK,
}: Answer) {
  const errorStatuses = [...new Set(errors.map(statusOf))].toSorted((a, b) => a - b);
  return applyDecorators(
    HttpCode(status),
    ApiOperation({ operationId: id, summary }),
    ApiExtension('x-errors', errors),
    ApiResponse({
      status,
      description: summary,
      ...(schema === undefined ? {} : { standardSchema: schema }),
      ...(text === undefined ? {} : { content: { [text]: { schema: { type: 'string' } } } }),
    }),
    ...(text === undefined ? [] : [Header('content-type', `${text}; charset=utf-8`)]),
    ...errorStatuses.map((each) =>
      ApiResponse({
        status: each,
        description: errors.filter((code) => statusOf(code) === each).join(', '),
        content: problemContent,
      }),
    ),
    ApiResponse({ status: 'default', description: 'Any other error', content: problemContent }),
  );
}

/** The schema that `document.ts` puts under this name. */
const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

export const sharedSchemas = { Problem: problem };
