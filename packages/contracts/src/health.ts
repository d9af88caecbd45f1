import { z } from 'zod';

export const liveness = z.object({ status: z.literal('ok') }).meta({ id: 'Liveness' });

/** `ok` only when every part answers. */
export const readiness = z
  .object({
    status: z.literal('ok'),
    checks: z.object({ database: z.literal('ok'), migrations: z.literal('ok'), storage: z.literal('ok') }),
  })
  .meta({ id: 'Readiness' });

export type Liveness = z.infer<typeof liveness>;
export type Readiness = z.infer<typeof readiness>;
