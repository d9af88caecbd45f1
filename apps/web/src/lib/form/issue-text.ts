import type { TFunction } from 'i18next';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
type FormsText = TFunction<'forms'>;

function tooSmall(issue: z.core.$ZodIssueTooSmall, t: FormsText): string {
  const minimum = Number(issue.minimum);
  if (issue.origin === 'string') return minimum <= 1 ? t('required') : t('tooShort', { count: minimum });
  if (issue.origin === 'array') return t('tooFew', { count: minimum });
  return t('tooSmall', { minimum });
}

function tooBig(issue: z.core.$ZodIssueTooBig, t: FormsText): string {
  const maximum = Number(issue.maximum);
  if (issue.origin === 'string') return t('tooLong', { count: maximum });
  if (issue.origin === 'array') return t('tooMany', { count: maximum });
  return t('tooLarge', { maximum });
}

/** Words for what a schema found wrong, in the visitor's language. */
export function issueText(issue: Issue, t: FormsText): string {
  if (issue.code === 'too_small') return tooSmall(issue, t);
  if (issue.code === 'too_big') return tooBig(issue, t);
  if (issue.code === 'invalid_type') return t('required');
  if (issue.code === 'invalid_format') return issue.format === 'email' ? t('email') : t('format');
  return t('invalid');
}

/** A JSON pointer, as the API names the fields it refuses: `['days', 0]` is `/days/0`. */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** The value at a path of an issue; undefined where there is none. */
export function valueAt(values: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    values,
  );
}
