import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SkeletonText } from '../../../components/feedback/skeleton.js';
import { SearchField } from '../../../components/field/search-field.js';
import { managedCafeListQuery } from '../../../lib/queries/managed-cafes.js';
import styles from './cafe-chooser.module.css';

export type ChosenCafe = { readonly id: string; readonly name: string };

type CafeChooserProps = {
  chosen: readonly ChosenCafe[];
  error: string | undefined;
  onChosen: (cafes: readonly ChosenCafe[]) => void;
};

const shownCount = 6;

/** Chooses some cafés by searching them. */
export function CafeChooser({ chosen, error, onChosen }: CafeChooserProps) {
  const { t } = useTranslation('admin');
  const [q, setQ] = useState('');
  const { data } = useQuery(managedCafeListQuery({ page: 1, pageSize: shownCount, q }));
  const isChosen = (id: string): boolean => chosen.some((cafe) => cafe.id === id);
  return (
    <div className={styles['chooser']}>
      {chosen.length > 0 && (
        <ul className={styles['chosen']} aria-label={t('apiKeys.cafesChosen')}>
          {chosen.map(({ id, name }) => (
            <li key={id}>
              <button
                type="button"
                className={styles['chip']}
                aria-label={t('apiKeys.cafeRemove', { name })}
                onClick={() => onChosen(chosen.filter((cafe) => cafe.id !== id))}
              >
                {name}
                <X aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <SearchField label={t('apiKeys.cafesSearch')} placeholder={t('apiKeys.cafesSearch')} value={q} onSearch={setQ} />
      {data === undefined && <SkeletonText lines={3} />}
      <ul className={styles['found']}>
        {data?.items
          .filter(({ id }) => !isChosen(id))
          .map(({ id, name, region }) => (
            <li key={id}>
              <button
                type="button"
                aria-label={t('apiKeys.cafeAdd', { name })}
                onClick={() => onChosen([...chosen, { id, name }])}
              >
                <Plus aria-hidden />
                <span>
                  {name} <span className={styles['place']}>{region.shortName}</span>
                </span>
              </button>
            </li>
          ))}
      </ul>
      {error !== undefined && <p className={styles['error']}>{error}</p>}
    </div>
  );
}
