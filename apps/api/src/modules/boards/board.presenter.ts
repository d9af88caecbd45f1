import {
  type Board,
  type BoardSummary,
  type BoardType,
  type CalendarEvent,
  type EventState,
  eventStateOn,
  type LinkedCafe,
  type ManagedBoard,
  type ManagedBoardSummary,
} from '@virtualcafe/contracts';
import { presentImage } from '../image-upload/image.presenter.js';
import type { BoardPageRecord, BoardSummaryRecord, EventRecord, LinkedCafeRecord } from './board-records.js';
import { excerptOf } from './plain-text.js';

/** The longest excerpt, in letters. */
const excerptLength = 160;

const presentCafe = ({ id, code, name }: LinkedCafeRecord): LinkedCafe => ({ id, code, name });
const toInstant = (written: string): string => new Date(written).toISOString();

type Facts = Pick<BoardPageRecord, keyof BoardPageRecord & keyof BoardSummaryRecord>;

/** What a list and a page both tell. `today`: the KST day it is. */
const presentFacts = (board: Facts, today: string): Omit<BoardSummary, 'excerpt'> => ({
  id: board.id,
  type: board.type,
  title: board.title,
  author: board.author === null ? null : { id: board.author.id, nickname: board.author.nickname },
  thumbnail: board.thumbnail === null ? null : presentImage(board.thumbnail),
  cafes: board.cafes.map(presentCafe),
  startDay: board.startDay,
  endDay: board.endDay,
  eventState: stateOf(board.type, board, today),
  replyCount: board.replyCount,
  createdAt: toInstant(board.createdAt),
  updatedAt: toInstant(board.updatedAt),
});

function stateOf(type: BoardType, { startDay, endDay }: Facts, today: string): EventState | null {
  return type === 'BEVENT' ? eventStateOn(startDay, endDay, today) : null;
}

export const presentSummary = (board: BoardSummaryRecord, today: string): BoardSummary => ({
  ...presentFacts(board, today),
  excerpt: excerptOf(board.beginning, excerptLength),
});

export const presentManagedSummary = (board: BoardSummaryRecord, today: string): ManagedBoardSummary => ({
  ...presentSummary(board, today),
  isDisabled: board.isDisabled,
  isBlocked: board.isBlocked,
});

export const presentBoard = (board: BoardPageRecord, today: string): Board => ({
  ...presentFacts(board, today),
  content: board.content,
  link: board.link,
  images: board.images.map(presentImage),
  isReplyAvailable: board.isReplyAvailable,
});

export const presentManagedBoard = (board: BoardPageRecord, today: string): ManagedBoard => ({
  ...presentBoard(board, today),
  isDisabled: board.isDisabled,
  isBlocked: board.isBlocked,
});

export const presentEvent = (event: EventRecord, today: string): CalendarEvent => ({
  id: event.id,
  title: event.title,
  startDay: event.startDay,
  endDay: event.endDay ?? event.startDay,
  eventState: eventStateOn(event.startDay, event.endDay, today),
  cafes: event.cafes.map(presentCafe),
});
