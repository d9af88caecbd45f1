import type { BoardType } from '@virtualcafe/contracts';
import type { PresentableImage } from '../image-upload/image.presenter.js';

// What the read queries (`board-read.sql.ts`) answer: instants and days as PostgreSQL writes them in JSON.

export interface LinkedCafeRecord {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** One post of a list. */
export interface BoardSummaryRecord {
  readonly id: string;
  readonly type: BoardType;
  readonly title: string;
  /** The beginning of the text, Markdown. */
  readonly beginning: string;
  /** Null when they have withdrawn. */
  readonly author: { readonly id: string; readonly nickname: string } | null;
  readonly thumbnail: PresentableImage | null;
  readonly cafes: readonly LinkedCafeRecord[];
  readonly startDay: string | null;
  readonly endDay: string | null;
  readonly replyCount: number;
  readonly isDisabled: boolean;
  readonly isBlocked: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** One post with all its text. */
export interface BoardPageRecord extends Omit<BoardSummaryRecord, 'beginning'> {
  readonly content: string;
  readonly link: string | null;
  readonly images: readonly PresentableImage[];
  readonly isReplyAvailable: boolean;
}

/** An event as calendars tell it. */
export interface EventRecord {
  readonly id: string;
  readonly title: string;
  readonly startDay: string;
  readonly endDay: string | null;
  readonly cafes: readonly LinkedCafeRecord[];
}

/** An event as a calendar feed tells it. */
export interface FeedEventRecord extends Omit<EventRecord, 'cafes'> {
  readonly beginning: string;
  /** Where it is: the address of the one café it is linked with. */
  readonly cafes: readonly (LinkedCafeRecord & { readonly address: string })[];
  readonly createdAt: string;
  readonly updatedAt: string;
}
