import type { ApiKeyView } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { Badge, type BadgeTone } from '../../../components/badge/badge.js';
import { Button } from '../../../components/button/button.js';
import type { Column } from '../../../components/table/data-table.js';
import { momentText, shortDayText } from '../../../lib/format/moments.js';
import { keyStateOf } from './key-expiry.js';
import { useScopeText } from './scope-text.js';

const tones: Record<ReturnType<typeof keyStateOf>, BadgeTone> = { active: 'good', expired: 'neutral', revoked: 'bad' };

/** What the table shows of each key. */
export function useKeyColumns(onRevoke: (key: ApiKeyView) => void): Column<ApiKeyView>[] {
  const { t, i18n } = useTranslation('admin');
  const { language } = i18n;
  const scopeText = useScopeText();
  const stateOf = (key: ApiKeyView) => keyStateOf(key, new Date());
  return [
    { key: 'name', header: t('apiKeys.name'), cell: ({ name }) => name },
    {
      key: 'scopes',
      header: t('apiKeys.scopes'),
      cell: ({ scopes }) => scopes.map(scopeText).join(', '),
    },
    {
      key: 'cafes',
      header: t('apiKeys.cafes'),
      cell: ({ cafeIds }) =>
        cafeIds.length === 0 ? t('apiKeys.everyCafe') : t('apiKeys.someCafes', { count: cafeIds.length }),
    },
    {
      key: 'state',
      header: t('apiKeys.state'),
      cell: (key) => <Badge tone={tones[stateOf(key)]}>{t(`apiKeys.${stateOf(key)}`)}</Badge>,
    },
    {
      key: 'expires',
      header: t('apiKeys.expires'),
      isOneLine: true,
      cell: ({ expiresAt }) => (expiresAt === null ? t('apiKeys.never') : shortDayText(expiresAt, language)),
    },
    {
      key: 'lastUsed',
      header: t('apiKeys.lastUsed'),
      isOneLine: true,
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? t('apiKeys.unused') : momentText(lastUsedAt, language)),
    },
    {
      key: 'createdAt',
      header: t('apiKeys.createdAt'),
      isOneLine: true,
      cell: ({ createdAt }) => shortDayText(createdAt, language),
    },
    {
      key: 'actions',
      header: t('apiKeys.actions'),
      isActions: true,
      cell: (key) =>
        stateOf(key) !== 'revoked' && (
          <Button size="sm" aria-label={t('apiKeys.revokeName', { name: key.name })} onClick={() => onRevoke(key)}>
            {t('apiKeys.revoke')}
          </Button>
        ),
    },
  ];
}
