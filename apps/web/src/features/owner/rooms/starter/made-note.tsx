import type { ManagedViewer } from '@virtualcafe/contracts';
import { CircleCheck, DoorOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../../components/button/button.js';
import { Spinner } from '../../../../components/feedback/spinner.js';
import { outcomeOf, workOn, type WorkOutcome } from '../console/map-work.js';
import styles from './made-note.module.css';

/** What has become of the room that one has had made; nothing before. */
export function MadeNote({ room, madeIds }: { room: ManagedViewer; madeIds: readonly string[] }) {
  const { t } = useTranslation('maps');
  const outcome = madeIds.length === 0 ? null : outcomeOf(room.maps, madeIds);
  return (
    <div className={styles['note']}>
      <output>{outcome !== null && <Outcome {...{ room, outcome }} />}</output>
      {outcome === 'open' && room.isOpen && (
        <ButtonLink to={`/r/${room.code}`} isWide icon={<DoorOpen aria-hidden />}>
          {t('make.look')}
        </ButtonLink>
      )}
    </div>
  );
}

function Outcome({ room, outcome }: { room: ManagedViewer; outcome: WorkOutcome }) {
  const { t } = useTranslation('maps');
  const percent = workOn(room.maps)?.percent ?? null;
  if (outcome === 'refused') return <span className={styles['failed']}>{t('make.failed')}</span>;
  if (outcome === 'underway') {
    return (
      <span className={styles['underway']}>
        <Spinner />
        {t('make.underway')} {percent !== null && `${percent}%`}
      </span>
    );
  }
  return (
    <span className={styles['done']}>
      <CircleCheck aria-hidden />
      {room.isOpen ? t('make.done') : t('make.doneClosed')}
    </span>
  );
}
