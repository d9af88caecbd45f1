import { Injectable } from '@nestjs/common';
import type { Moderation, RoomReport } from '@virtualcafe/contracts';
import { type Actor, anonymous } from '../../access/actor.js';
import { AppError } from '../../platform/errors/app-error.js';
import { BansService } from '../moderation/bans.service.js';
import { ReportsService } from '../moderation/reports.service.js';
import { UserAccountsService } from '../users/user-accounts.service.js';
import { mutedNameOf, type Resident } from './room-member.js';
import type { Admission } from './room-tickets.js';
import type { Room } from './room.js';
import type { Said } from './shared/room-sharing.js';

/** Order in rooms: what keepers may do to others, and what everybody may tell the moderators. */
@Injectable()
export class RoomKeepingService {
  constructor(
    private readonly accounts: UserAccountsService,
    private readonly bans: BansService,
    private readonly reports: ReportsService,
  ) {}

  /** @throws AppError `room.person-gone`, and what `BansService.imposeInRoom` throws to those who may not. */
  async moderate(admission: Admission, room: Room, moderation: Moderation, nowMs: number): Promise<void> {
    const actor = await this.actorOf(admission);
    const target = room.find(moderation.key);
    if (target === undefined) throw new AppError('room.person-gone');
    await this.record(actor, room.address.code, target, moderation);
    const { act, key, reason } = moderation;
    if (act === 'mute' || act === 'unmute') room.obey({ act, key, name: mutedNameOf(target) }, nowMs);
    else room.obey({ act: 'remove', key, code: act === 'ban' ? 'room.banned' : 'room.kicked', detail: reason }, nowMs);
  }

  /** What was said is kept as the room knows it. @throws AppError `room.person-gone`, `room.message-gone`, `rate.limited`. */
  async report(admission: Admission, room: Room, { key, sequence, reason, detail }: RoomReport): Promise<void> {
    const about = room.find(key);
    const { nickname, text, atMs } = whatIsReported(room, key, sequence);
    const { code, shard } = room.address;
    await this.reports.fileAboutChat({
      reporterUserId: admission.userId,
      reporterKey: admission.counted[0],
      aboutUserId: about?.userId ?? null,
      aboutKey: about?.clientKey ?? null,
      participantKey: key,
      evidence: { room: code, shard, sequence, nickname, text, atMs },
      reason,
      detail,
    });
  }

  /** Who they are now; whether they keep order here is looked up with the act. */
  private async actorOf({ userId }: Admission): Promise<Actor> {
    const account = userId === null ? null : await this.accounts.findById(userId);
    if (account === null || account.isDisabled) return anonymous;
    return { kind: 'user', userId: account.id, userType: account.userType, sessionId: '' };
  }

  private async record(actor: Actor, viewerCode: string, target: Resident, moderation: Moderation): Promise<void> {
    const { userId, clientKey, participant } = target;
    const { reason } = moderation;
    const { nickname } = participant;
    if (moderation.act === 'ban') {
      const { minutes } = moderation;
      await this.bans.imposeInRoom(actor, { viewerCode, userId, clientKey, nickname, reason, minutes });
    } else await this.bans.record(actor, { act: moderation.act, viewerCode, userId, nickname, reason });
  }
}

/** What somebody said, also when they have gone since; nothing when they are reported for themselves. */
function whatIsReported(room: Room, key: string, sequence: number | null): Omit<Said, 'key'> {
  if (sequence !== null) {
    const said = room.talk.find(sequence);
    if (said?.key !== key) throw new AppError('room.message-gone');
    return said;
  }
  const person = room.find(key);
  if (person === undefined) throw new AppError('room.person-gone');
  return { nickname: person.participant.nickname, text: '', atMs: Date.now() };
}
