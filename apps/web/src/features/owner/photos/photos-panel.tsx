import type { CafeImageSet, ManagedCafe } from '@virtualcafe/contracts';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PhotoSet } from './photo-set.js';
import styles from './photos-panel.module.css';

type PhotosPanelProps = { cafe: ManagedCafe; onUnsaved: (isUnsaved: boolean) => void };

// As one meets them on the café's page.
const sets: readonly CafeImageSet[] = ['THUMBNAIL', 'REAL', 'VIRTUAL'];

/** All photos of a café. */
export function PhotosPanel({ cafe, onUnsaved }: PhotosPanelProps) {
  const { t } = useTranslation('photos');
  const [unsaved, setUnsaved] = useState<ReadonlySet<CafeImageSet>>(new Set());
  const report = useEffectEvent(onUnsaved);
  useEffect(() => report(unsaved.size > 0), [unsaved]);

  const mark = (set: CafeImageSet, isUnsaved: boolean): void =>
    setUnsaved((current) => new Set([...current].filter((other) => other !== set).concat(isUnsaved ? [set] : [])));

  return (
    <div className={styles['panel']}>
      <p className={styles['hint']}>{t('orderHint')}</p>
      {sets.map((set) => (
        <PhotoSet key={set} cafe={cafe} set={set} onUnsaved={(isUnsaved) => mark(set, isUnsaved)} />
      ))}
    </div>
  );
}
