import type { ViewerSummary } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { Badge, type BadgeTone } from '../../../../components/badge/badge.js';
import { roomStateOf, type RoomState } from './room-state.js';

const tones: Record<RoomState, BadgeTone> = { open: 'good', closed: 'warm', hidden: 'neutral' };

/** Whether visitors may enter a room. */
export function RoomBadge({ room }: { room: Pick<ViewerSummary, 'isDisabled' | 'isOpen'> }) {
  const { t } = useTranslation('rooms');
  const state = roomStateOf(room);
  return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>;
}
