import { z } from 'zod';

/** One field that was refused: `pointer` is a JSON pointer into the body, or a parameter's name. */
export const fieldError = z
  .object({ pointer: z.string(), in: z.enum(['body', 'query', 'path', 'header']), message: z.string() })
  .meta({ id: 'FieldError' });

/** RFC 9457 problem details, the body of every error. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    errors: z.array(fieldError).optional(),
    requestId: z.string(),
  })
  .meta({ id: 'Problem' });

export type FieldError = z.infer<typeof fieldError>;
export type Problem = z.infer<typeof problem>;
