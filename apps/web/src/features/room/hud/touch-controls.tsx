import { ChevronsUp } from 'lucide-react';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVisit } from '../visit-context.js';
import { HudButton } from './hud-button.js';
import { steeringOf, stickAtRest, stickPosition } from './stick-position.js';
import styles from './touch-controls.module.css';

/** CSS pixels from the middle to the rim. */
const radius = 44;

/** A stick for the left thumb and a button for the right one; a third finger looks around on the room itself. */
export function TouchControls() {
  const { t } = useTranslation('room');
  const { viewer } = useVisit();
  return (
    <>
      <Stick />
      <HudButton label={t('hud.jump')} onPress={() => viewer.jump()} className={styles['jump']}>
        <ChevronsUp aria-hidden />
      </HudButton>
    </>
  );
}

function Stick() {
  const { viewer } = useVisit();
  const [position, setPosition] = useState(stickAtRest);
  // The finger that holds it; others do not count.
  const holder = useRef<number | null>(null);

  useEffect(() => viewer.steer(steeringOf(position)), [viewer, position]);
  useEffect(() => () => viewer.steer({ right: 0, forward: 0 }), [viewer]);

  const follow = (event: PointerEvent<HTMLDivElement>): void => {
    if (holder.current !== event.pointerId) return;
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    setPosition(stickPosition(event.clientX - left - width / 2, event.clientY - top - height / 2, radius));
  };

  const take = (event: PointerEvent<HTMLDivElement>): void => {
    if (holder.current !== null) return;
    holder.current = event.pointerId;
    event.currentTarget.setPointerCapture(event.pointerId);
    follow(event);
  };

  const release = (event: PointerEvent<HTMLDivElement>): void => {
    if (holder.current !== event.pointerId) return;
    holder.current = null;
    setPosition(stickAtRest);
  };

  const move = `translate(${position.right * radius}px, ${position.down * radius}px)`;
  return (
    // Keys and screen readers have the arrow keys: this is for thumbs alone.
    <div
      aria-hidden
      data-takes-pointer
      className={styles['stick']}
      onPointerDown={take}
      onPointerMove={follow}
      onPointerUp={release}
      onPointerCancel={release}
      onLostPointerCapture={release}
    >
      <div className={styles['ring']}>
        <div className={styles['knob']} style={{ transform: move }} />
      </div>
    </div>
  );
}
