import { randomBytes } from 'node:crypto';
import type { RoomRole } from '@virtualcafe/contracts';
import type { Actor } from '../../access/actor.js';

/** Who somebody is in a room of a café. */
export function roleIn(actor: Actor, isOwner: boolean): RoomRole {
  if (actor.kind !== 'user') return 'GUEST';
  return isOwner || actor.userType === 'ADMIN' || actor.userType === 'MANAGER' ? 'KEEPER' : 'MEMBER';
}

/** A participant's key: 96 random bits. */
export const newParticipantKey = (): string => randomBytes(12).toString('base64url');

/** How a guest without a nickname is called: 손님 and four digits of their key. */
export const guestName = (key: string): string =>
  `손님 ${String(Buffer.from(key, 'base64url').readUInt16BE(0) % 10_000).padStart(4, '0')}`;
