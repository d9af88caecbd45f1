import { Inject, Injectable } from '@nestjs/common';
import { type ErrorCode, kstDayOf, type ManagedBoard } from '@virtualcafe/contracts';
import type { UserActor } from '../../access/actor.js';
import { RESPONSE_CACHE, type ResponseCache } from '../../platform/cache/response-cache.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError, fieldRefused } from '../../platform/errors/app-error.js';
import { boardListTag, boardPageTag } from './board-cache-tags.js';
import { BoardReadsRepository } from './board-reads.repository.js';
import { BoardSetsRepository } from './board-sets.repository.js';
import { presentManagedBoard } from './board.presenter.js';
import {
  attachableUploaderOf,
  type BoardFields,
  type BoardSets,
  managedAuthorOf,
  needsOwnership,
} from './board.rules.js';
import type { LockedBoard } from './boards.repository.js';

/** What making and editing a post have in common. */
@Injectable()
export class BoardEditsService {
  constructor(
    private readonly reads: BoardReadsRepository,
    private readonly sets: BoardSetsRepository,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(RESPONSE_CACHE) private readonly cache: ResponseCache,
  ) {}

  /** @throws AppError `board.not-found` also for a post that the actor may not manage. */
  async read(actor: UserActor, id: string): Promise<ManagedBoard> {
    const board = await this.reads.findManaged(id, managedAuthorOf(actor));
    if (board === null) throw new AppError('board.not-found');
    return presentManagedBoard(board, kstDayOf(this.clock.now()));
  }

  /**
   * What comes to hang on the post is the actor's to use; what hangs there already stays.
   * @throws AppError `board.image-unusable`, `board.thumbnail-unusable`, `board.cafe-unusable`, each with the places.
   */
  async assertUsable(
    actor: UserActor,
    board: Pick<LockedBoard, 'type'> & { readonly id: string | null },
    current: BoardSets,
    next: BoardSets,
  ): Promise<void> {
    if (next.imageIds !== current.imageIds) {
      const attachable = await this.sets.findAttachable(board.id, next.imageIds, attachableUploaderOf(actor));
      assertAllAmong(attachable, next.imageIds, 'board.image-unusable', '/imageIds', 'does not exist or is not yours');
    }
    if (next.thumbnailId !== null && !next.imageIds.includes(next.thumbnailId))
      throw fieldRefused('board.thumbnail-unusable', '/thumbnailId', 'is none of the images');
  }

  /** @throws AppError `board.cafe-unusable` with the places in `given`. */
  async assertLinkable(
    actor: UserActor,
    { type }: Pick<LockedBoard, 'type'>,
    current: readonly string[],
    given: readonly string[],
  ): Promise<void> {
    const owner = needsOwnership(type, actor) ? actor.userId : null;
    const linkable = await this.sets.findLinkable(given, owner);
    const message = owner === null ? 'does not exist' : 'does not exist or is not yours';
    assertAllAmong(new Set([...linkable, ...current]), given, 'board.cafe-unusable', '/cafeIds', message);
  }

  /** After the commit: whatever tells of the post is made anew. */
  async announce(id: string): Promise<void> {
    await this.database.afterCommit(() => this.cache.invalidate([boardListTag, boardPageTag(id)]));
  }
}

/** @throws AppError `board.days-reversed`. */
export function assertDaysInOrder(
  { startDay, endDay }: Pick<BoardFields, 'startDay' | 'endDay'>,
  pointer: string,
): void {
  if (startDay !== null && endDay !== null && endDay < startDay)
    throw fieldRefused('board.days-reversed', pointer, 'the end is before the start');
}

function assertAllAmong(
  usable: ReadonlySet<string>,
  given: readonly string[],
  code: ErrorCode,
  pointer: string,
  message: string,
): void {
  const errors = given.flatMap((id, place) =>
    usable.has(id) ? [] : [{ pointer: `${pointer}/${place}`, in: 'body' as const, message }],
  );
  if (errors.length > 0) throw new AppError(code, { errors });
}
