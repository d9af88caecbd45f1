import type { Ban } from '@virtualcafe/contracts';
import { isActive } from './ban.rules.js';
import type { BanRecord } from './bans.repository.js';

/** Never the address's hash. */
export const presentBan = (ban: BanRecord, now: Date): Ban => ({
  id: ban.id,
  scope: ban.scope,
  user: presentPerson(ban.user),
  viewer: ban.viewer === null ? null : { code: ban.viewer.code, name: ban.viewer.name },
  nickname: ban.nickname,
  reason: ban.reason,
  startsAt: ban.startsAt.toISOString(),
  endsAt: ban.endsAt?.toISOString() ?? null,
  isActive: isActive(ban, now),
  imposedBy: presentPerson(ban.imposedBy),
  liftedAt: ban.liftedAt?.toISOString() ?? null,
  liftedBy: presentPerson(ban.liftedBy),
});

/** Somebody by how they are called now. */
export const presentPerson = (person: { id: string; nickname: string } | null): Ban['user'] =>
  person === null ? null : { id: person.id, nickname: person.nickname };
