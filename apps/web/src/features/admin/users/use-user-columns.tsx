import type { ManagedUser } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../../components/badge/badge.js';
import { Button } from '../../../components/button/button.js';
import type { Column } from '../../../components/table/data-table.js';
import { momentText, shortDayText } from '../../../lib/format/moments.js';
import type { UserDialogPurpose } from './user-dialog.js';
import styles from './user-columns.module.css';

/** What the table of members shows of each, and what can be done about them. */
export function useUserColumns(onAct: (purpose: UserDialogPurpose, user: ManagedUser) => void): Column<ManagedUser>[] {
  const { t, i18n } = useTranslation(['admin', 'people']);
  return [
    {
      key: 'nickname',
      header: t('users.nickname'),
      cell: ({ nickname, loginId, name }) => (
        <span className={styles['person']}>
          {nickname}
          <span className={styles['more']}>{[loginId, name].filter(Boolean).join(' · ')}</span>
        </span>
      ),
    },
    {
      key: 'email',
      header: t('users.email'),
      cell: ({ email, loginType }) => (
        <span className={styles['person']}>
          {email ?? t('users.none')}
          {loginType !== 'LOCAL' && (
            <span className={styles['more']}>
              {t('users.loginWith', { provider: t(`people:logins.${loginType}`) })}
            </span>
          )}
        </span>
      ),
    },
    { key: 'type', header: t('users.type'), isOneLine: true, cell: ({ userType }) => t(`people:types.${userType}`) },
    {
      key: 'state',
      header: t('users.state'),
      cell: ({ isDisabled }) => (
        <Badge tone={isDisabled ? 'bad' : 'good'}>{isDisabled ? t('users.disabled') : t('users.enabled')}</Badge>
      ),
    },
    {
      key: 'lastLogin',
      header: t('users.lastLogin'),
      isOneLine: true,
      cell: ({ lastLoginAt }) => (lastLoginAt === null ? t('users.never') : momentText(lastLoginAt, i18n.language)),
    },
    {
      key: 'since',
      header: t('users.since'),
      isOneLine: true,
      cell: ({ createdAt }) => shortDayText(createdAt, i18n.language),
    },
    {
      key: 'actions',
      header: t('users.actions'),
      isActions: true,
      cell: (user) => (
        <>
          <Button
            size="sm"
            aria-label={t('users.changeTypeOf', { name: user.nickname })}
            onClick={() => onAct('type', user)}
          >
            {t('users.changeType')}
          </Button>
          <Button
            size="sm"
            variant="quiet"
            aria-label={t(user.isDisabled ? 'users.enableOf' : 'users.disableOf', { name: user.nickname })}
            onClick={() => onAct(user.isDisabled ? 'enable' : 'disable', user)}
          >
            {user.isDisabled ? t('users.enable') : t('users.disable')}
          </Button>
        </>
      ),
    },
  ];
}
