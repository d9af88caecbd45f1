import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../../components/navigation/app-link.js';
import { managedCafeListQuery } from '../../../lib/queries/managed-cafes.js';
import { userFiguresQuery } from '../../../lib/queries/users.js';
import { hasAbility, useSession } from '../../../lib/session/use-session.js';
import { AdminFrame, adminParts, type AdminPart } from '../frame/admin-frame.js';
import styles from './overview-page.module.css';

/** The way into every part of the administration. */
export default function OverviewPage() {
  const { t } = useTranslation('admin');
  const { account } = useSession();
  const figures = useFigures();
  return (
    <AdminFrame title={t('overview.title')} lead={t('overview.lead')}>
      <ul className={styles['parts']}>
        {adminParts
          .filter(({ requires }) => hasAbility(account, requires))
          .map(({ id, to, icon: Icon }) => (
            <li key={id} className={styles['part']}>
              <Icon aria-hidden />
              <h2 className={styles['name']}>
                <AppLink to={to}>{t(`nav.${id}`)}</AppLink>
              </h2>
              <p>{t(`overview.${id}`)}</p>
              {figures[id] !== undefined && <p className={styles['figure']}>{figures[id]}</p>}
            </li>
          ))}
      </ul>
    </AdminFrame>
  );
}

/** A figure for the parts that have one; the page does not wait for it. */
function useFigures(): Partial<Record<AdminPart, string>> {
  const { t } = useTranslation('admin');
  const { data: users } = useQuery(userFiguresQuery());
  const { data: cafes } = useQuery(managedCafeListQuery({ page: 1, pageSize: 1 }));
  return {
    ...(cafes && { cafes: t('overview.cafeCount', { count: cafes.total }) }),
    ...(users && {
      users: `${t('overview.userCount', { count: users.total })} · ${t('overview.newToday', { count: users.newToday })}`,
    }),
  };
}
