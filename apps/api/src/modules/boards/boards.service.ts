import { Injectable } from '@nestjs/common';
import {
  type CreateBoardRequest,
  kstDayOf,
  type ManagedBoard,
  type ManagedBoardListQuery,
  type ManagedBoardPage,
  type UpdateBoardRequest,
} from '@virtualcafe/contracts';
import type { UserActor } from '../../access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError, fieldRefused } from '../../platform/errors/app-error.js';
import { laterVersion } from '../../platform/http/if-match.js';
import { searchAsTyped } from '../../platform/search/search-as-typed.js';
import { changesBetween } from '../transaction-log/changes-between.js';
import { TransactionLogService } from '../transaction-log/transaction-log.service.js';
import { assertDaysInOrder, BoardEditsService } from './board-edits.service.js';
import { managedFilterOf } from './board-filter.js';
import { BoardReadsRepository } from './board-reads.repository.js';
import { toBoardSearchText } from './board-search-text.js';
import { BoardSetsRepository } from './board-sets.repository.js';
import { presentManagedSummary } from './board.presenter.js';
import {
  applyEdit,
  applySets,
  type BoardFields,
  type BoardSets,
  isModerator,
  managedAuthorOf,
  mayWrite,
} from './board.rules.js';
import { BoardsRepository, type LockedBoard } from './boards.repository.js';

import { WritingAdmission } from './writing-admission.js';

const noSets: BoardSets = { imageIds: [], cafeIds: [], thumbnailId: null };

/** Posts as their writers and moderators make, list, edit and delete them. */
@Injectable()
export class BoardsService {
  constructor(
    private readonly boards: BoardsRepository,
    private readonly sets: BoardSetsRepository,
    private readonly reads: BoardReadsRepository,
    private readonly edits: BoardEditsService,
    private readonly admission: WritingAdmission,
    private readonly database: Database,
    private readonly transactionLog: TransactionLogService,
    private readonly clock: Clock,
  ) {}

  async list(actor: UserActor, query: ManagedBoardListQuery): Promise<ManagedBoardPage> {
    const { q, page, pageSize } = query;
    const now = this.clock.now();
    const filter = managedFilterOf(query, managedAuthorOf(actor), now);
    const { items, ...counted } = await searchAsTyped(q, (search) =>
      this.reads.findPage({ filter, search, page, pageSize }),
    );
    const today = kstDayOf(now);
    return { items: items.map((board) => presentManagedSummary(board, today)), page, pageSize, ...counted };
  }

  read(actor: UserActor, id: string): Promise<ManagedBoard> {
    return this.edits.read(actor, id);
  }

  /** @throws AppError `board.banned`, `rate.limited`, `board.type-not-allowed`, `board.…-unusable`. */
  async create(
    actor: UserActor,
    { type, cafeIds, imageIds, thumbnailId, ...given }: CreateBoardRequest,
  ): Promise<ManagedBoard> {
    const fields: BoardFields = { ...given, isDisabled: false, isBlocked: false };
    const sets = applySets(noSets, { cafeIds, imageIds, thumbnailId });
    return this.database.transaction(async () => {
      await this.admission.admitPost(actor);
      await this.assertMayWrite(actor, type);
      await this.edits.assertUsable(actor, { id: null, type }, noSets, sets);
      await this.edits.assertLinkable(actor, { type }, [], cafeIds);
      const board = { ...fields, type, authorId: actor.userId };
      const id = await this.boards.insert(board, toBoardSearchText(fields), this.clock.now());
      await this.sets.replaceImages(id, sets);
      await this.sets.replaceCafes(id, sets);
      await this.record(actor, 'board.create', id, { after: { type, ...fields, ...sets } });
      await this.edits.announce(id);
      return this.edits.read(actor, id);
    });
  }

  /**
   * Writers change all of their own posts; moderators everybody's too.
   * @throws AppError `resource.stale` when the post is no longer the `version` that was edited, `board.blocked`, `board.banned`,
   * `board.days-reversed`, `board.…-unusable`.
   */
  async update(actor: UserActor, id: string, version: Date, request: UpdateBoardRequest): Promise<ManagedBoard> {
    return this.database.transaction(async () => {
      const board = await this.hold(actor, id);
      if (board.updatedAt.getTime() !== version.getTime()) throw new AppError('resource.stale');
      await this.admission.assertMayWrite(actor);
      const [fields, sets] = [await this.boards.findFields(id), await this.sets.find(id)];
      if (fields.isBlocked && request.isDisabled === false && !isModerator(actor))
        throw fieldRefused('board.blocked', '/isDisabled', 'a moderator has hidden this post');
      const next = applyEdit(fields, request, board.authorId === actor.userId);
      assertDaysInOrder(next, request.endDay === undefined ? '/startDay' : '/endDay');
      const nextSets = applySets(sets, request);
      await this.edits.assertUsable(actor, board, sets, nextSets);
      if (request.cafeIds !== undefined) await this.edits.assertLinkable(actor, board, sets.cafeIds, request.cafeIds);
      const changes = changesBetween({ ...fields, ...sets }, { ...next, ...nextSets });
      if (changes !== null) {
        await this.write(board, next, nextSets, changes.after);
        await this.record(actor, 'board.update', id, changes);
        await this.edits.announce(id);
      }
      return this.edits.read(actor, id);
    });
  }

  /** With its replies. @throws AppError `board.not-found` also for a post that the actor may not manage. */
  async delete(actor: UserActor, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const { type, authorId } = await this.hold(actor, id);
      const before = { type, authorId, ...(await this.boards.findFields(id)), ...(await this.sets.find(id)) };
      await this.boards.delete(id);
      await this.record(actor, 'board.delete', id, { before });
      await this.edits.announce(id);
    });
  }

  /** Hides a post for a moderator, whatever its version; one that is hidden by its writer is blocked from then on. */
  async block(actor: UserActor, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const board = await this.hold(actor, id);
      const fields = await this.boards.findFields(id);
      const next = { ...fields, isDisabled: true, isBlocked: true };
      const changes = changesBetween(fields, next);
      if (changes === null) return;
      await this.write(board, next, noSets, {});
      await this.record(actor, 'board.update', id, changes);
      await this.edits.announce(id);
    });
  }

  private async write(board: LockedBoard, next: BoardFields, sets: BoardSets, changed: object): Promise<void> {
    await this.boards.update(board.id, next, toBoardSearchText(next));
    if ('imageIds' in changed || 'thumbnailId' in changed) await this.sets.replaceImages(board.id, sets);
    if ('cafeIds' in changed) await this.sets.replaceCafes(board.id, sets);
    await this.boards.touch(board.id, laterVersion(board.updatedAt, this.clock.now()));
  }

  private async hold(actor: UserActor, id: string): Promise<LockedBoard> {
    const board = await this.boards.lock(id, managedAuthorOf(actor));
    if (board === null) throw new AppError('board.not-found');
    return board;
  }

  private async assertMayWrite(actor: UserActor, type: CreateBoardRequest['type']): Promise<void> {
    if (!mayWrite(type, actor, false) && !mayWrite(type, actor, await this.sets.ownsCafe(actor.userId)))
      throw fieldRefused('board.type-not-allowed', '/type', 'information is written by moderators and owners of cafés');
  }

  private record(
    actor: UserActor,
    action: string,
    resourceId: string,
    changes: { before?: Record<string, unknown>; after?: Record<string, unknown> },
  ): Promise<void> {
    return this.transactionLog.record(actor, { action, resourceType: 'board', resourceId, ...changes });
  }
}
