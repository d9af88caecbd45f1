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
    /** When what is refused is allowed again; null is never. Only of refusals that have an end: bans. */
    until: z.iso.datetime().nullable().optional(),
    requestId: z.string(),
  })
  .meta({ id: 'Problem' });

export type FieldError = z.infer<typeof fieldError>;
export type Problem = z.infer<typeof problem>;
