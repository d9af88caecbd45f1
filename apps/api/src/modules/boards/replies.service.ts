import { Inject, Injectable } from '@nestjs/common';
import type {
  CreateReplyRequest,
  ManagedReply,
  ReplyList,
  ReplyListQuery,
  UpdateReplyRequest,
} from '@virtualcafe/contracts';
import type { UserActor } from '../../access/actor.js';
import { RESPONSE_CACHE, type ResponseCache } from '../../platform/cache/response-cache.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError, fieldRefused } from '../../platform/errors/app-error.js';
import { changesBetween } from '../transaction-log/changes-between.js';
import { TransactionLogService } from '../transaction-log/transaction-log.service.js';
import { boardListTag, boardRepliesTag } from './board-cache-tags.js';
import { isModerator } from './board.rules.js';
import { BoardsRepository } from './boards.repository.js';
import { RepliesRepository, type StoredReply } from './replies.repository.js';
import { presentManagedReply, presentReply } from './reply.presenter.js';
import { forbiddenField, mayBeAnswered } from './reply.rules.js';
import { WritingAdmission } from './writing-admission.js';

/** Replies to posts, and to each other. */
@Injectable()
export class RepliesService {
  constructor(
    private readonly replies: RepliesRepository,
    private readonly boards: BoardsRepository,
    private readonly admission: WritingAdmission,
    private readonly database: Database,
    private readonly transactionLog: TransactionLogService,
    private readonly clock: Clock,
    @Inject(RESPONSE_CACHE) private readonly cache: ResponseCache,
  ) {}

  /** @throws AppError `board.not-found`. */
  async list(boardId: string, { cursor = '', limit }: ReplyListQuery): Promise<ReplyList> {
    const found = await this.replies.findThreads({ boardId, after: cursor, limit });
    if (found === null) throw new AppError('board.not-found');
    const items = found.items.slice(0, limit);
    const nextCursor = found.items.length > limit ? (items.at(-1)?.threadPath ?? null) : null;
    return { items: items.map(presentReply), nextCursor, total: found.total };
  }

  /** @throws AppError `reply.not-found` also for one that the actor may not manage. */
  async read(actor: UserActor, boardId: string, id: string): Promise<ManagedReply> {
    const reply = await this.replies.findRecord(boardId, id);
    const isTheirs = reply !== null && !reply.isDeleted && (isModerator(actor) || reply.author?.id === actor.userId);
    if (!isTheirs) throw new AppError('reply.not-found');
    return presentManagedReply(reply);
  }

  /** @throws AppError `board.not-found`, `board.banned`, `board.replies-closed`, `reply.parent-unusable`, `reply.too-deep`, `rate.limited`. */
  async create(actor: UserActor, boardId: string, { content, parentId }: CreateReplyRequest): Promise<ManagedReply> {
    return this.database.transaction(async () => {
      const board = await this.boards.holdShared(boardId);
      if (board === null || board.isDisabled) throw new AppError('board.not-found');
      await this.admission.admitReply(actor);
      if (!board.isReplyAvailable) throw new AppError('board.replies-closed');
      if (parentId !== null) await this.assertAnswerable(boardId, parentId);
      const reply = { boardId, authorId: actor.userId, parentId, content };
      const id = await this.replies.insert(reply, this.clock.now());
      await this.record(actor, 'reply.create', id, { after: { boardId, parentId, content } });
      await this.announce(boardId);
      return this.read(actor, boardId, id);
    });
  }

  /**
   * Its writer changes the text, moderators hide and show.
   * @throws AppError `reply.not-found`, `access.denied` with the field, `board.banned`.
   */
  async update(actor: UserActor, boardId: string, id: string, request: UpdateReplyRequest): Promise<ManagedReply> {
    return this.database.transaction(async () => {
      const reply = await this.hold(actor, boardId, id);
      const field = forbiddenField(request, actor, reply);
      if (field !== null) throw fieldRefused('access.denied', `/${field}`, 'is not yours to change');
      await this.admission.assertMayWrite(actor);
      await this.change(actor, reply, request);
      return this.read(actor, boardId, id);
    });
  }

  /** Leaves a tombstone where there are answers. @throws AppError `reply.not-found` also for one that the actor may not manage. */
  async delete(actor: UserActor, boardId: string, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const { authorId, content, parentId } = await this.hold(actor, boardId, id);
      if (await this.replies.hasAnswers(id)) await this.replies.bury(id, this.clock.now());
      else await this.replies.remove(id);
      await this.record(actor, 'reply.delete', id, { before: { boardId, parentId, authorId, content } });
      await this.announce(boardId);
    });
  }

  /** Hides a reply for a moderator; one that is hidden stays so. @throws AppError `reply.not-found`. */
  async hide(actor: UserActor, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const found = await this.replies.findById(id);
      if (found === null) throw new AppError('reply.not-found');
      await this.change(actor, await this.hold(actor, found.boardId, id), { isDisabled: true });
    });
  }

  private async change(actor: UserActor, reply: StoredReply, request: UpdateReplyRequest): Promise<void> {
    const { id, boardId, content, isDisabled } = reply;
    const next = { content: request.content ?? content, isDisabled: request.isDisabled ?? isDisabled };
    const changes = changesBetween({ content, isDisabled }, next);
    if (changes === null) return;
    await this.replies.update(id, next, this.clock.now());
    await this.record(actor, 'reply.update', id, changes);
    await this.announce(boardId);
  }

  /** The post is held with it: answers come wholly before or wholly after. */
  private async hold(actor: UserActor, boardId: string, id: string): Promise<StoredReply> {
    await this.boards.lock(boardId, null);
    const reply = await this.replies.find(boardId, id);
    if (reply === null || (reply.authorId !== actor.userId && !isModerator(actor)))
      throw new AppError('reply.not-found');
    return reply;
  }

  private async assertAnswerable(boardId: string, parentId: string): Promise<void> {
    const parent = await this.replies.find(boardId, parentId);
    if (parent === null || parent.isDisabled)
      throw fieldRefused('reply.parent-unusable', '/parentId', 'is not on this post, or cannot be answered');
    if (!mayBeAnswered(parent.threadPath))
      throw fieldRefused('reply.too-deep', '/parentId', 'stands below too many replies');
  }

  private async announce(boardId: string): Promise<void> {
    await this.database.afterCommit(() => this.cache.invalidate([boardRepliesTag(boardId), boardListTag]));
  }

  private record(
    actor: UserActor,
    action: string,
    resourceId: string,
    changes: { before?: Record<string, unknown>; after?: Record<string, unknown> },
  ): Promise<void> {
    return this.transactionLog.record(actor, { action, resourceType: 'reply', resourceId, ...changes });
  }
}
