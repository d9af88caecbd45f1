import type { Hotspot } from '@virtualcafe/contracts';
import { Coffee, DoorOpen, Image, Link, Newspaper, Ticket, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { spotLabel } from '../hotspots/spot-label.js';
import { useVisit, useVisitState } from '../visit-context.js';
import { HudButton } from './hud-button.js';
import styles from './near-spot.module.css';

const icons: Record<Hotspot['kind'], LucideIcon> = {
  product: Coffee,
  board: Newspaper,
  coupon: Ticket,
  portal: DoorOpen,
  photo: Image,
  link: Link,
};

/** What stands near enough to be opened, and by which key. */
export function NearSpot({ id, isTouch }: { id: string; isTouch: boolean }) {
  const { t, i18n } = useTranslation('room');
  const { openPanel } = useVisit();
  const { world } = useVisitState();
  const spot = world?.hotspots.find((each) => each.id === id);
  if (spot === undefined) return null;
  const Icon = icons[spot.kind];
  const label = spotLabel(spot, i18n.language);
  return (
    <HudButton
      label={t('hud.open', { label })}
      onPress={() => openPanel({ kind: 'spot', id })}
      className={styles['spot']}
      text={<span className={styles['label']}>{label}</span>}
    >
      {isTouch ? null : <kbd className={styles['key']}>E</kbd>}
      <Icon aria-hidden />
    </HudButton>
  );
}
