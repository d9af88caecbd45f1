import type { ManagedViewer } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../../components/section/section.js';
import { rendersOf } from '../versions/map-pairs.js';
import { LatestOutcome } from './latest-outcome.js';
import { UploadBox } from './upload-box.js';
import styles from './upload-panel.module.css';
import type { MapUploads } from './use-map-upload.js';

/** One's own model of a café: sent, checked and made ready for visitors by the server. */
export function UploadPanel({ room, upload }: { room: ManagedViewer; upload: MapUploads }) {
  const { t } = useTranslation('maps');
  const latest = rendersOf(room.maps).find(({ source }) => source === 'UPLOAD');
  return (
    <div className={styles['panel']}>
      <Section title={t('upload.renderTitle')} lead={t('upload.renderLead')}>
        <UploadBox code={room.code} type="RENDER" upload={upload.render} />
        {latest !== undefined && <LatestOutcome room={room} map={latest} />}
      </Section>
      <Section title={t('upload.colliderTitle')} lead={t('upload.colliderLead')}>
        <UploadBox code={room.code} type="COLLIDER" upload={upload.collider} />
      </Section>
      <Section title={t('upload.adviceTitle')} className={styles['advice']}>
        <ul>
          {t('upload.advice', { returnObjects: true }).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
