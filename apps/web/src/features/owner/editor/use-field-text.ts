import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { regionsQuery } from '../../../lib/queries/regions.js';
import type { CafeField, CafeValues } from '../form/cafe-values.js';
import { openingHoursOf, type HoursDraft } from '../form/hours-draft.js';
import type { FieldWords } from './stale-dialog.js';

/** What the fields of a café are called, and their values in words. */
export function useFieldText(): FieldWords<CafeValues> {
  const { t } = useTranslation('owner');
  const { data: regions } = useQuery(regionsQuery());

  const nameOf = (field: CafeField): string => (field === 'regionId' ? t('field.region') : t(`field.${field}`));

  const hoursText = (draft: HoursDraft): string => {
    const hours = openingHoursOf(draft);
    if (hours === null) return t('hours.notShown');
    const days = t('hours.days', { returnObjects: true });
    const lines = hours.days.map(
      (day, index) => `${days[index]} ${day ? `${day.open} ~ ${day.close}` : t('hours.closed')}`,
    );
    return [...lines, hours.note].filter(Boolean).join('\n');
  };

  const textOf = (field: CafeField, values: CafeValues): string => {
    if (field === 'openingHours') return hoursText(values.openingHours);
    if (field === 'isDisabled') return values.isDisabled ? t('state.hidden') : t('state.published');
    if (field === 'regionId') return regions?.find(({ id }) => id === values.regionId)?.shortName ?? values.regionId;
    return values[field];
  };
  return { nameOf, textOf };
}
