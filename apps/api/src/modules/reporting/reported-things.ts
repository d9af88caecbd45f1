import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ReportTarget } from '@virtualcafe/contracts';
import type { UserActor } from '../../access/actor.js';
import { isModerator } from '../boards/board.rules.js';
import { BoardsService } from '../boards/boards.service.js';
import { RepliesService } from '../boards/replies.service.js';
import { CafesService } from '../cafes/cafes.service.js';
import { presentImage } from '../image-upload/image.presenter.js';
import { ImageStandingService } from '../image-upload/image-standing.service.js';
import { type ReportedThing, ReportTargets } from '../moderation/report-targets.js';
import { type ReportedRow, type ReportedTable, ReportingRepository } from './reporting.repository.js';

interface Kind {
  readonly table: ReportedTable;
  readonly find: (id: string) => Promise<ReportedRow | null>;
  readonly mayHide: (actor: UserActor) => boolean;
  readonly hide: (actor: UserActor, id: string) => Promise<unknown>;
}

const isAdmin = ({ userType }: UserActor): boolean => userType === 'ADMIN';

/** Tells moderation what can be reported beside messages of rooms, and how each is hidden. */
@Injectable()
export class ReportedThings implements OnModuleInit {
  constructor(
    private readonly targets: ReportTargets,
    private readonly reported: ReportingRepository,
    private readonly boards: BoardsService,
    private readonly replies: RepliesService,
    private readonly cafes: CafesService,
    private readonly images: ImageStandingService,
  ) {}

  onModuleInit(): void {
    const kinds: Record<ReportTarget, Kind> = {
      BOARD: {
        table: 'Board',
        find: (id) => this.reported.findBoard(id),
        mayHide: isModerator,
        hide: (actor, id) => this.boards.block(actor, id),
      },
      BOARD_REPLY: {
        table: 'BoardReply',
        find: (id) => this.reported.findReply(id),
        mayHide: isModerator,
        hide: (actor, id) => this.replies.hide(actor, id),
      },
      IMAGE: {
        table: 'Image',
        find: (id) => this.reported.findImage(id),
        mayHide: isModerator,
        hide: (actor, id) => this.images.set(actor, id, true),
      },
      // A café is its owners' livelihood: it takes an administrator to hide one.
      CAFE: {
        table: 'CafeInfo',
        find: (id) => this.reported.findCafe(id),
        mayHide: isAdmin,
        hide: (actor, id) => this.hideCafe(actor, id),
      },
      // People are banned, not hidden.
      USER: {
        table: 'User',
        find: (id) => this.reported.findUser(id),
        mayHide: () => false,
        hide: () => Promise.reject(new Error('A person is not hidden')),
      },
    };
    for (const [type, kind] of Object.entries(kinds)) this.register(type as ReportTarget, kind);
  }

  private register(type: ReportTarget, { table, find, mayHide, hide }: Kind): void {
    this.targets.register({
      type,
      describe: async (id) => {
        const row = await find(id);
        return row === null ? null : { thing: thingOf(row), aboutUserId: row.aboutUserId };
      },
      findHidden: (ids) => this.reported.findHidden(table, ids),
      mayHide,
      hide: async (actor, id) => {
        await hide(actor, id);
      },
    });
  }

  private async hideCafe(actor: UserActor, id: string): Promise<void> {
    const code = await this.reported.findCafeCode(id);
    if (code === null) return;
    const { updatedAt } = await this.cafes.read(actor, code);
    await this.cafes.update(actor, code, new Date(updatedAt), { isDisabled: true });
  }
}

const thingOf = ({ aboutUserId, title, text, nickname, images, ...places }: ReportedRow): ReportedThing => ({
  title,
  text,
  nickname,
  images: images.map((image) => {
    const { id, url, thumbnailUrl } = presentImage(image);
    return { id, url, thumbnailUrl };
  }),
  places: {
    boardId: places.boardId,
    boardType: places.boardType,
    replyId: places.replyId,
    cafeCode: places.cafeCode,
    userId: aboutUserId,
  },
});
