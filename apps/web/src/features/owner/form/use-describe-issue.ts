import { useTranslation } from 'react-i18next';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const isMissing = (issue: Issue): boolean => issue.code === 'invalid_type' && issue.input === undefined;

/** Words for what is wrong in a field of a café, where the general ones would not help. */
export function useDescribeIssue(): (pointer: string, issue: Issue) => string | undefined {
  const { t } = useTranslation('owner');
  const coordinate = (issue: Issue): string | undefined =>
    issue.code === 'invalid_type' && !isMissing(issue) ? t('field.coordinate') : undefined;

  const words: Record<string, (issue: Issue) => string | undefined> = {
    '/regionId': () => t('field.regionRequired'),
    '/latitude': coordinate,
    '/longitude': coordinate,
    '/code': (issue) => (issue.code === 'invalid_format' ? t('field.codeFormat') : undefined),
    '/phone': () => t('field.phoneFormat'),
    '/businessNumber': () => t('field.businessNumberWrong'),
  };
  return (pointer, issue) => (pointer.startsWith('/openingHours/days') ? t('hours.time') : words[pointer]?.(issue));
}
