import type { Participant } from '@virtualcafe/contracts';
import { Eye, EyeOff, Flag } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button/button.js';
import { Dialog } from '../../../components/overlay/dialog.js';
import { personByKey } from '../session/roster.js';
import { useVisit, useVisitState } from '../visit-context.js';
import { KeeperActs } from './keeper-acts.js';
import { Summary } from './people-dialog.js';
import styles from './person-dialog.module.css';

type PersonDialogProps = { personKey: string | null; onClose: () => void };

/** What one can do about somebody; keepers can do more. */
export function PersonDialog({ personKey, onClose }: PersonDialogProps) {
  const { t } = useTranslation('room');
  const { roster } = useVisitState();
  const person = personKey === null ? undefined : personByKey(roster, personKey);
  return (
    <Dialog isOpen={personKey !== null} onClose={onClose} title={person?.nickname ?? t('people.title')} shape="sheet">
      {person === undefined ? <p>{t('people.gone')}</p> : <Somebody person={person} onDone={onClose} />}
    </Dialog>
  );
}

function Somebody({ person, onDone }: { person: Participant; onDone: () => void }) {
  const { self } = useVisitState();
  const isOther = person.key !== self?.key;
  const mayKeepOrder = isOther && self?.role === 'KEEPER' && person.role !== 'KEEPER';
  return (
    <div className={styles['person']}>
      <div className={styles['summary']}>
        <Summary person={person} isSelf={!isOther} />
      </div>
      {isOther && <VisitorActs person={person} />}
      {mayKeepOrder && <KeeperActs key={person.key} person={person} onDone={onDone} />}
    </div>
  );
}

function VisitorActs({ person: { key } }: { person: Participant }) {
  const { t } = useTranslation('room');
  const { session, openPanel } = useVisit();
  const { hiddenKeys } = useVisitState();
  const isHidden = hiddenKeys.has(key);
  return (
    <div className={styles['acts']}>
      <div className={styles['row']}>
        <Button
          icon={isHidden ? <Eye aria-hidden /> : <EyeOff aria-hidden />}
          onClick={() => session.hide(key, !isHidden)}
        >
          {t(isHidden ? 'people.show' : 'people.hide')}
        </Button>
        <Button icon={<Flag aria-hidden />} onClick={() => openPanel({ kind: 'report', key, message: null })}>
          {t('people.report')}
        </Button>
      </div>
      <p className={styles['hint']}>{t('people.hideHint')}</p>
    </div>
  );
}
