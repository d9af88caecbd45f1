import type { ManagedViewerMap } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { workOn } from './map-work.js';
import { ProgressBar } from '../../../../components/feedback/progress-bar.js';
import styles from './work-note.module.css';

/** What the server is doing about a room's maps, on whichever tab one is; nothing when it is idle. */
export function WorkNote({ maps }: { maps: readonly ManagedViewerMap[] }) {
  const { t } = useTranslation('rooms');
  const work = workOn(maps);
  const text = work === null ? '' : t(`work.${work.stage}`);
  return (
    <>
      <output className="visually-hidden">{text}</output>
      {work !== null && (
        <div className={styles['note']}>
          <p className={styles['text']}>
            <strong>{text}</strong>
            {work.percent !== null && <span className={styles['percent']}>{work.percent}%</span>}
          </p>
          <ProgressBar label={t('work.label')} percent={work.percent} />
          <p className={styles['hint']}>{t('work.hint')}</p>
        </div>
      )}
    </>
  );
}
