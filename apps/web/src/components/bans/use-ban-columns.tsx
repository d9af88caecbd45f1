import type { Ban } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { momentText } from '../../lib/format/moments.js';
import { Badge, type BadgeTone } from '../badge/badge.js';
import { Button } from '../button/button.js';
import type { Column } from '../table/data-table.js';
import styles from './ban-columns.module.css';
import { banStateOf, type BanState } from './ban-state.js';

type BanColumnsOptions = {
  onLift: (ban: Ban) => void;
  /** The ban that is just being lifted. */
  liftingId: string | null;
  /** Left out where all bans are of one room. */
  hasScope: boolean;
};

const tones: Record<BanState, BadgeTone> = { active: 'bad', over: 'neutral', lifted: 'good' };

/** What a table of bans shows of each: who, why, from when to when, by whom; and the way to lift it. */
export function useBanColumns({ onLift, liftingId, hasScope }: BanColumnsOptions): Column<Ban>[] {
  const { t, i18n } = useTranslation('bans');
  const moment = (instant: string): string => momentText(instant, i18n.language);
  const scope: Column<Ban> = {
    key: 'scope',
    header: t('scope'),
    cell: (ban) => ban.viewer?.name ?? t(`scopes.${ban.scope}`),
  };
  return [
    {
      key: 'who',
      header: t('who'),
      cell: ({ nickname, user }) => (
        <span className={styles['stacked']}>
          {nickname}
          <span className={styles['more']}>
            {user === null ? t('guest') : user.nickname === nickname ? t('member') : t('now', { name: user.nickname })}
          </span>
        </span>
      ),
    },
    { key: 'reason', header: t('reason'), cell: ({ reason }) => reason },
    ...(hasScope ? [scope] : []),
    {
      key: 'time',
      header: t('time'),
      cell: ({ startsAt, endsAt }) => (
        <span className={styles['stacked']}>
          <span>{t('from', { moment: moment(startsAt) })}</span>
          <span>{endsAt === null ? t('forGood') : t('until', { moment: moment(endsAt) })}</span>
        </span>
      ),
    },
    {
      key: 'state',
      header: t('state'),
      cell: (ban) => (
        <span className={styles['stacked']}>
          <span>
            <Badge tone={tones[banStateOf(ban)]}>{t(`states.${banStateOf(ban)}`)}</Badge>
          </span>
          <span className={styles['more']}>
            {ban.liftedBy === null
              ? ban.imposedBy && t('by', { name: ban.imposedBy.nickname })
              : t('liftedBy', { name: ban.liftedBy.nickname })}
          </span>
        </span>
      ),
    },
    {
      key: 'actions',
      header: t('actions'),
      isActions: true,
      cell: (ban) =>
        banStateOf(ban) === 'active' && (
          <Button
            size="sm"
            isBusy={liftingId === ban.id}
            aria-label={t('liftOf', { name: ban.nickname })}
            onClick={() => onLift(ban)}
          >
            {t('lift')}
          </Button>
        ),
    },
  ];
}
