import { useTranslation } from 'react-i18next';

const known = [
  'isDisabled',
  'name',
  'type',
  'parentId',
  'userType',
  'code',
  'tagline',
  'regionId',
  'address',
  'directions',
  'businessNumber',
  'ceoName',
  'latitude',
  'longitude',
  'openingHours',
  'phone',
  'introduction',
  'scopes',
  'cafeIds',
  'expiresAt',
  'owners',
  'links',
  'THUMBNAIL',
  'REAL',
  'VIRTUAL',
  'revokedAt',
  'endReason',
  'sessions',
  'loginType',
  'fileName',
  'width',
  'height',
  'sizeBytes',
] as const;

/** A field in words: the first step of its path is translated, where this version knows it; the rest says where inside. */
export function useFieldName(): (path: string) => string {
  const { t } = useTranslation('admin');
  return (path) => {
    const [first = path, ...rest] = path.split('.');
    const field = known.find((each) => each === first);
    return [field === undefined ? first : t(`log.field.${field}`), ...rest].join(' › ');
  };
}
