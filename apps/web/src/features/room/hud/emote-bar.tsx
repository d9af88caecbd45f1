import { animations } from '@virtualcafe/contracts';
import { Armchair, Hand, Heart, Laugh, Music, PartyPopper, Smile, type LucideIcon } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVisit } from '../visit-context.js';
import { BowIcon } from './bow-icon.js';
import styles from './emote-bar.module.css';
import { HudButton } from './hud-button.js';

type Emote = 'wave' | 'clap' | 'dance' | 'laugh' | 'bow' | 'heart';

const emotes: readonly { name: Emote; Icon: LucideIcon | typeof BowIcon }[] = [
  { name: 'wave', Icon: Hand },
  { name: 'bow', Icon: BowIcon },
  { name: 'laugh', Icon: Laugh },
  { name: 'clap', Icon: PartyPopper },
  { name: 'heart', Icon: Heart },
  { name: 'dance', Icon: Music },
];

/** Gestures: in a row, with the number keys; on a phone behind one button. */
export function EmoteBar({ isTouch }: { isTouch: boolean }) {
  const { t } = useTranslation('room');
  const { viewer } = useVisit();
  const [isOpen, setOpen] = useState(false);

  const play = (name: Emote): void => {
    viewer.playEmote(animations[name]);
    setOpen(false);
  };
  const sit = (): void => {
    viewer.sit();
    setOpen(false);
  };

  const press = useEffectEvent(({ code, target, isComposing }: KeyboardEvent) => {
    if (isComposing || (target instanceof HTMLElement && target.closest('input, textarea, select, dialog') !== null))
      return;
    const emote = emotes[Number(/^Digit([1-6])$/.exec(code)?.[1]) - 1];
    if (emote !== undefined) play(emote.name);
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);

  return (
    <div className={styles['place']} data-touch={isTouch || undefined}>
      {isTouch && (
        <HudButton
          label={t('hud.emotes')}
          onPress={() => setOpen(!isOpen)}
          isExpanded={isOpen}
          className={styles['toggle']}
        >
          <Smile aria-hidden />
        </HudButton>
      )}
      {(isOpen || !isTouch) && (
        <ul className={styles['emotes']} aria-label={t('hud.emotes')} data-takes-pointer>
          {emotes.map(({ name, Icon }) => (
            <li key={name}>
              <HudButton
                label={t(`hud.emote.${name}`)}
                onPress={() => play(name)}
                className={styles['emote']}
                text={<span className={styles['name']}>{t(`hud.emote.${name}`)}</span>}
              >
                <Icon aria-hidden />
              </HudButton>
            </li>
          ))}
          <li>
            <HudButton
              label={t('hud.sit')}
              onPress={sit}
              className={styles['emote']}
              text={<span className={styles['name']}>{t('hud.sit')}</span>}
            >
              <Armchair aria-hidden />
            </HudButton>
          </li>
        </ul>
      )}
    </div>
  );
}
