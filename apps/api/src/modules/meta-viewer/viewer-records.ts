import type { ManagedViewerMap, ViewerCafe, WorldData } from '@virtualcafe/contracts';
import type { PresentableImage } from '../image-upload/image.presenter.js';

// What the read queries (`viewer-read.sql.ts`) answer: instants as PostgreSQL writes them in JSON.

/** One room of a list. */
export interface ViewerSummaryRecord {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly cafe: ViewerCafe;
  readonly isDisabled: boolean;
  readonly isOpen: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** One room with what is in it. */
export interface ViewerPageRecord extends ViewerSummaryRecord {
  /** As it was written: a field younger than the row is missing. */
  readonly worldData: Partial<WorldData>;
  readonly photos: readonly PresentableImage[];
  /** The newest first of each type. */
  readonly maps: readonly ManagedViewerMap[];
}
