import type { ViewerSummary } from '@virtualcafe/contracts';

/** `closed`: shown, but without maps or in a café that is hidden. */
export type RoomState = 'open' | 'closed' | 'hidden';

export const roomStateOf = ({ isDisabled, isOpen }: Pick<ViewerSummary, 'isDisabled' | 'isOpen'>): RoomState => {
  if (isDisabled) return 'hidden';
  return isOpen ? 'open' : 'closed';
};
