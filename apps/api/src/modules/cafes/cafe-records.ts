import type { CafeImageSet, CafeRoom, OpeningHours, RegionType, VirtualLink } from '@virtualcafe/contracts';
import type { PresentableImage } from '../image-upload/image.presenter.js';

// What the read queries (`cafe-read.sql.ts`) answer: instants as PostgreSQL writes them in JSON.

export interface PathRegion {
  readonly id: string;
  readonly name: string;
  readonly type: RegionType;
}

/** One café of a list. */
export interface CafeSummaryRecord {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly tagline: string;
  readonly address: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly isDisabled: boolean;
  readonly updatedAt: string;
  /** Root first; the last is the café's own region. */
  readonly regionPath: readonly PathRegion[];
  readonly thumbnail: PresentableImage | null;
}

/** One café with all that visitors see. */
export interface CafePageRecord extends Omit<CafeSummaryRecord, 'thumbnail' | 'isDisabled'> {
  readonly directions: string;
  readonly phone: string | null;
  readonly introduction: string;
  readonly openingHours: OpeningHours | null;
  /** In the order of their sets. */
  readonly images: readonly { readonly set: CafeImageSet; readonly image: PresentableImage }[];
  readonly virtualLinks: readonly (Omit<VirtualLink, 'thumbnail'> & { readonly thumbnail: PresentableImage | null })[];
  /** The oldest first. */
  readonly rooms: readonly CafeRoom[];
}

/** What only its keepers see of a café. */
export interface CafeKeepersRecord {
  readonly businessNumber: string | null;
  readonly ceoName: string | null;
  readonly isDisabled: boolean;
  readonly createdAt: string;
  readonly owners: readonly { readonly id: string; readonly nickname: string; readonly loginId: string | null }[];
}
