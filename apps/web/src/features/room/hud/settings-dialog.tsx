import type { Avatar } from '@virtualcafe/contracts';
import { Languages, LocateFixed } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button/button.js';
import { toast } from '../../../components/feedback/toast-store.js';
import { SelectField } from '../../../components/field/text-fields.js';
import { SwitchField } from '../../../components/field/switch-field.js';
import { Dialog } from '../../../components/overlay/dialog.js';
import { switchLanguage } from '../../../i18n/setup.js';
import { AvatarPicker } from '../entry/avatar-picker.js';
import { keepAvatar } from '../entry/entrance.js';
import { chooseSettings, qualities, useQuality, useReducedMotion } from '../stage/visit-settings.js';
import { useVisit, useVisitState } from '../visit-context.js';
import styles from './settings-dialog.module.css';

type SettingsDialogProps = { isOpen: boolean; onClose: () => void };

/** How one looks, and how the room is shown. */
export function SettingsDialog({ isOpen, onClose }: SettingsDialogProps) {
  const { t } = useTranslation('room');
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('settings.title')} shape="side">
      <Settings onClose={onClose} />
    </Dialog>
  );
}

/** A choice is told to the room once one has settled on it. */
const settleMs = 500;

function Settings({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation('room');
  const { session, viewer } = useVisit();
  const { self } = useVisitState();
  const quality = useQuality();
  const reducedMotion = useReducedMotion();
  const [avatar, setAvatar] = useState<Avatar>(self?.avatar ?? { look: 'traveler', color: '#8b5e3c' });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const other = i18n.language === 'ko' ? 'en' : 'ko';

  const dress = (next: Avatar): void => {
    setAvatar(next);
    keepAvatar(next);
    viewer.setAvatar(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void session.dress(next), settleMs);
  };

  const respawn = async (): Promise<void> => {
    const answer = await session.respawn();
    if (answer?.ok !== true) return;
    toast.success(t('settings.respawned'));
    onClose();
  };

  return (
    <div className={styles['settings']}>
      <AvatarPicker avatar={avatar} onChange={dress} />
      <SelectField
        label={t('settings.quality')}
        hint={t('settings.qualityHint')}
        value={quality}
        onValue={(value) => chooseSettings({ quality: qualities.find((each) => each === value) ?? 'auto' })}
        options={qualities.map((value) => ({ value, label: t(`settings.qualities.${value}`) }))}
      />
      <SwitchField
        label={t('settings.reducedMotion')}
        hint={t('settings.reducedMotionHint')}
        isOn={reducedMotion}
        onToggle={(isOn) => chooseSettings({ reducedMotion: isOn })}
      />
      <div className={styles['act']}>
        <Button icon={<LocateFixed aria-hidden />} onClick={() => void respawn()}>
          {t('settings.respawn')}
        </Button>
        <p className={styles['hint']}>{t('settings.respawnHint')}</p>
      </div>
      <Button icon={<Languages aria-hidden />} lang={other} onClick={() => void switchLanguage(other)}>
        {t('settings.language')}
      </Button>
    </div>
  );
}
