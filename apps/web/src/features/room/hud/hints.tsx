import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readText, writeText } from '../../../lib/preferences/stored-text.js';
import { HudButton } from './hud-button.js';
import styles from './hints.module.css';

const seenKey = 'vc.room.hints-seen';
const shownMs = 20_000;

/** How to walk, for who has not been in a room before; goes by itself. */
export function Hints({ isTouch }: { isTouch: boolean }) {
  const { t } = useTranslation('room');
  const [isShown, setShown] = useState(() => readText(seenKey) === null);

  const dismiss = (): void => {
    setShown(false);
    writeText(seenKey, '1');
  };

  useEffect(() => {
    if (!isShown) return;
    const timer = setTimeout(() => {
      setShown(false);
      writeText(seenKey, '1');
    }, shownMs);
    return () => clearTimeout(timer);
  }, [isShown]);

  if (!isShown) return null;
  return (
    <div className={styles['hints']}>
      {isTouch ? <p>{t('hud.touchHint')}</p> : <KeyHints />}
      <HudButton label={t('hud.hints.close')} onPress={dismiss} className={styles['close']}>
        <X aria-hidden />
      </HudButton>
    </div>
  );
}

function KeyHints() {
  const { t } = useTranslation('room');
  return (
    <ul className={styles['keys']}>
      <li>
        <kbd>W</kbd>
        <kbd>A</kbd>
        <kbd>S</kbd>
        <kbd>D</kbd> {t('hud.hints.move')}
      </li>
      <li>{t('hud.hints.look')}</li>
      <li>
        <kbd>Space</kbd> {t('hud.hints.jump')}
      </li>
      <li>
        <kbd>T</kbd> {t('hud.hints.chat')}
      </li>
    </ul>
  );
}
