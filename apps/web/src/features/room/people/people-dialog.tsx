import type { Participant } from '@virtualcafe/contracts';
import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../../components/badge/badge.js';
import { Dialog } from '../../../components/overlay/dialog.js';
import { AvatarFigure } from '../entry/avatar-figure.js';
import { inListOrder } from '../session/roster.js';
import { useVisit, useVisitState } from '../visit-context.js';
import styles from './people-dialog.module.css';

type PeopleDialogProps = { isOpen: boolean; onClose: () => void };

/** Who is here, and the way to what one can do about each. */
export function PeopleDialog({ isOpen, onClose }: PeopleDialogProps) {
  const { t } = useTranslation('room');
  const { roster, self } = useVisitState();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('people.title')} shape="side">
      <ul className={styles['list']}>
        {inListOrder(roster, self?.key ?? '').map((person) => (
          <li key={person.key}>
            {person.key === self?.key ? (
              <div className={styles['person']}>
                <Summary person={person} isSelf />
              </div>
            ) : (
              <PersonButton person={person} />
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function PersonButton({ person }: { person: Participant }) {
  const { openPanel } = useVisit();
  return (
    <button type="button" className={styles['person']} onClick={() => openPanel({ kind: 'person', key: person.key })}>
      <Summary person={person} />
      <ChevronRight aria-hidden className={styles['more']} />
    </button>
  );
}

/** Somebody in one line. */
export function Summary({ person, isSelf = false }: { person: Participant; isSelf?: boolean }) {
  const { t } = useTranslation('room');
  const { hiddenKeys } = useVisitState();
  return (
    <>
      <AvatarFigure avatar={person.avatar} className={styles['figure']} />
      <span className={styles['name']}>
        {person.nickname}
        {isSelf && ` (${t('people.me')})`}
      </span>
      <span className={styles['marks']}>
        {person.role !== 'GUEST' && (
          <Badge tone={person.role === 'KEEPER' ? 'good' : 'neutral'}>{t(`people.roles.${person.role}`)}</Badge>
        )}
        {person.isMuted && <Badge tone="bad">{t('people.muted')}</Badge>}
        {hiddenKeys.has(person.key) && <Badge tone="warm">{t('people.hidden')}</Badge>}
      </span>
    </>
  );
}
