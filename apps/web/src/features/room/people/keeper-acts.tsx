import type { Moderation, Participant } from '@virtualcafe/contracts';
import { Ban, DoorOpen, MicOff, Mic } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button/button.js';
import { toast } from '../../../components/feedback/toast-store.js';
import { SelectField, TextField } from '../../../components/field/text-fields.js';
import { ConfirmDialog } from '../../../components/overlay/confirm-dialog.js';
import { useVisit } from '../visit-context.js';
import styles from './person-dialog.module.css';
import { useRefusalText } from './use-refusal-text.js';

/** Minutes; null for good. */
const durations = { hour: 60, day: 1440, week: 10_080, month: 43_200, forGood: null } as const;
type Duration = keyof typeof durations;
const durationNames = Object.keys(durations) as Duration[];

type Act = 'mute' | 'unmute' | 'kick' | 'ban';

/** What keepers do to keep order; what ends somebody's visit is asked once more. */
export function KeeperActs({ person, onDone }: { person: Participant; onDone: () => void }) {
  const { t } = useTranslation('room');
  const { session } = useVisit();
  const refusalText = useRefusalText();
  const [reason, setReason] = useState('');
  const [duration, setDuration] = useState<Duration>('day');
  const [asked, setAsked] = useState<'kick' | 'ban' | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { key, nickname, isMuted } = person;

  const moderationFor = (act: Act): Moderation =>
    act === 'ban' ? { act, key, reason, minutes: durations[duration] } : { act, key, reason };

  const perform = async (act: Act): Promise<void> => {
    setBusy(true);
    const answer = await session.moderate(moderationFor(act));
    setBusy(false);
    setAsked(null);
    if (answer?.ok !== true) {
      toast.error(refusalText(answer?.code));
      return;
    }
    toast.success(t(`people.${act}Done`, { nickname }));
    if (act === 'kick' || act === 'ban') onDone();
  };

  return (
    <div className={styles['keeper']}>
      <TextField
        label={t('people.reason')}
        hint={t('people.reasonHint')}
        isOptional
        value={reason}
        onValue={setReason}
        maxLength={500}
      />
      <div className={styles['row']}>
        <Button
          icon={isMuted ? <Mic aria-hidden /> : <MicOff aria-hidden />}
          isBusy={isBusy && asked === null}
          onClick={() => void perform(isMuted ? 'unmute' : 'mute')}
        >
          {t(isMuted ? 'people.unmute' : 'people.mute')}
        </Button>
        <Button icon={<DoorOpen aria-hidden />} onClick={() => setAsked('kick')}>
          {t('people.kick')}
        </Button>
        <Button variant="danger" icon={<Ban aria-hidden />} onClick={() => setAsked('ban')}>
          {t('people.ban')}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        onConfirm={() => void perform(asked ?? 'kick')}
        title={`${nickname} · ${t(asked === 'ban' ? 'people.ban' : 'people.kick')}`}
        confirmLabel={t(asked === 'ban' ? 'people.ban' : 'people.kick')}
        isDangerous
        isBusy={isBusy}
      >
        <div className={styles['acts']}>
          <p>{t(asked === 'ban' ? 'people.banText' : 'people.kickText', { nickname })}</p>
          {asked === 'ban' && (
            <SelectField
              label={t('people.minutes')}
              value={duration}
              onValue={(value) => setDuration(durationNames.find((name) => name === value) ?? 'day')}
              options={durationNames.map((value) => ({ value, label: t(`people.durations.${value}`) }))}
            />
          )}
        </div>
      </ConfirmDialog>
    </div>
  );
}
