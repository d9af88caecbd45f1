import { z } from 'zod';

// PostgreSQL text cannot hold U+0000, and half of a surrogate pair has no UTF-8 form.
const isStorable = (value: string): boolean => !value.includes('\u0000') && value.isWellFormed();

const lineBreakOrControl = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/** One line of text: NFC, trimmed, `min` to `max` UTF-16 units, no control characters. */
export const line = (min: number, max: number) =>
  z
    .string()
    .refine((value) => isStorable(value) && !lineBreakOrControl.test(value), 'has characters that are not allowed')
    .normalize('NFC')
    .trim()
    .min(min)
    .max(max);

/** Text of several lines: NFC, trimmed, up to `max` UTF-16 units, tabs and line breaks allowed. */
export const paragraph = (max: number) =>
  z.string().refine(isStorable, 'has characters that are not allowed').normalize('NFC').trim().max(max);

/** An http(s) address without credentials, at most 2,000 characters. */
export const webUrl = z
  .string()
  .max(2000)
  .refine(isStorable, 'has characters that are not allowed')
  .refine((value) => {
    if (!URL.canParse(value)) return false;
    const url = new URL(value);
    return (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '';
  }, 'must be an http or https address');
