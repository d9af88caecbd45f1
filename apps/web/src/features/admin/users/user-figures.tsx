import { useQuery } from '@tanstack/react-query';
import { userTypes, type UserType } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '../../../components/feedback/skeleton.js';
import { userFiguresQuery } from '../../../lib/queries/users.js';
import styles from './user-figures.module.css';

type UserFiguresProps = { chosen: UserType | undefined; onChoose: (userType: UserType | undefined) => void };

/** How many members there are, of which kind, and how many are new; a kind's figure filters the list. */
export function UserFigures({ chosen, onChoose }: UserFiguresProps) {
  const { t, i18n } = useTranslation(['admin', 'people']);
  const { data } = useQuery(userFiguresQuery());
  const number = (value: number | undefined) =>
    value === undefined ? <Skeleton width="3ch" /> : new Intl.NumberFormat(i18n.language).format(value);
  return (
    <section aria-label={t('users.figures')} className={styles['figures']}>
      <Figure name={t('users.total')} value={number(data?.total)} />
      <Figure name={t('users.newToday')} value={number(data?.newToday)} />
      <Figure name={t('users.newInLast7Days')} value={number(data?.newInLast7Days)} />
      {userTypes.map((type) => (
        <button
          key={type}
          type="button"
          className={styles['figure']}
          aria-pressed={type === chosen}
          onClick={() => onChoose(type === chosen ? undefined : type)}
        >
          <span className={styles['name']}>{t(`people:types.${type}`)}</span>
          <span className={styles['value']}>{number(data?.byType[type])}</span>
        </button>
      ))}
    </section>
  );
}

const Figure = ({ name, value }: { name: string; value: React.ReactNode }) => (
  <div className={styles['figure']}>
    <span className={styles['name']}>{name}</span>
    <span className={styles['value']}>{value}</span>
  </div>
);
