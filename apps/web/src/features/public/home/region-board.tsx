import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '../../../components/feedback/skeleton.js';
import { AppLink } from '../../../components/navigation/app-link.js';
import { regionsQuery } from '../../../lib/queries/regions.js';
import { searchPath } from '../search/search-state.js';
import styles from './region-board.module.css';

/** The regions that have cafés, written like a menu on a board: name, dots, how many. */
export function RegionBoard() {
  const { t } = useTranslation('home');
  const { data: regions, isError } = useQuery(regionsQuery());
  const withCafes = regions?.filter(({ parentId, cafeCount }) => parentId === null && cafeCount > 0);
  // The list above has said what is wrong, or that nothing has opened yet.
  if (isError || withCafes?.length === 0) return null;
  return (
    <section className="page">
      <div className={styles['board']}>
        <div className={styles['words']}>
          <p className={styles['eyebrow']}>{t('regionsMenu')}</p>
          <h2 className={styles['title']}>{t('regionsTitle')}</h2>
          <p className={styles['lead']}>{t('regionsLead')}</p>
        </div>
        <ul className={styles['menu']}>
          {withCafes === undefined
            ? Array.from({ length: 10 }, (_, index) => (
                <li key={index} className={styles['waiting']}>
                  <Skeleton />
                </li>
              ))
            : withCafes.map(({ id, name, cafeCount }) => (
                <li key={id}>
                  <AppLink to={searchPath({ regionId: id })} className={styles['line']}>
                    <span className={styles['name']}>{name}</span>
                    <span className={styles['dots']} aria-hidden="true" />
                    <span className={styles['count']}>{t('count', { count: cafeCount })}</span>
                  </AppLink>
                </li>
              ))}
        </ul>
      </div>
    </section>
  );
}
