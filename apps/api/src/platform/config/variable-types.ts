import { z } from 'zod';

/** `true`/`false`, `1`/`0`, `yes`/`no`, `on`/`off`. */
export const flag = z.stringbool();

/** A comma-separated list; blanks are dropped. */
export const list = z.string().transform((value) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);

export const port = z.coerce.number().int().min(0).max(65_535);

/** A whole number from an environment variable. */
export const whole = (min: number, max: number) => z.coerce.number().int().min(min).max(max);

/** A secret: at least 32 characters, and not one that stands in somebody's documentation. */
export const secret = z
  .string()
  .min(32, 'must have at least 32 characters; make one with: openssl rand -base64 48')
  .refine(
    (value) => !/^(.)\1+$/.test(value) && !/change.?me|example|secret.?key|password/i.test(value),
    'looks like a default; make one with: openssl rand -base64 48',
  );
