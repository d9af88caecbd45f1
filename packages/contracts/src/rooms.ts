import { z } from 'zod';
import { nickname } from './auth.js';
import { cafeCode } from './identifiers.js';
import { mapLink } from './meta-viewer.js';
import { reportReason } from './moderation.js';
import { line } from './text.js';
import { worldData } from './world-data.js';

/** Where rooms are on the server's port. */
export const roomsPath = '/socket.io';

/** `GUEST` has no account. `KEEPER` keeps this café's order: its owners, moderators and administrators. */
export const roomRoles = ['GUEST', 'MEMBER', 'KEEPER'] as const;
export const roomRole = z.enum(roomRoles).meta({ id: 'RoomRole' });

/** Somebody in a room, to others: random, says nothing about an account or an address. */
export const participantKey = z.string().regex(/^[A-Za-z0-9_-]{16}$/, '16 letters, digits, _ and -');

/** `nickname`: of a guest; who is signed in has their own. `with`: the key of somebody to be in one room with. */
export const roomTicketRequest = z
  .strictObject({ nickname: nickname.optional(), with: participantKey.optional() })
  .meta({ id: 'RoomTicketRequest' });

/**
 * `ticket` opens one connection within 60 s. `shard`: which of the equal rooms of this name it is, from 1. `capacity`: people in each.
 * `maps`: where the room's geometry can be fetched for a while.
 */
export const roomTicket = z
  .object({ ticket: z.string(), shard: z.int(), capacity: z.int(), maps: z.array(mapLink) })
  .meta({ id: 'RoomTicket' });

/** What a client shows when it connects: a new ticket, or the token with which it was welcomed, and the last message it has. */
export const roomHandshake = z
  .strictObject({
    ticket: z.string().max(2000).optional(),
    resumeToken: z.string().max(2000).optional(),
    since: z.int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  })
  .refine(
    ({ ticket, resumeToken }) => (ticket === undefined) !== (resumeToken === undefined),
    'either a ticket or a resumeToken',
  );

export const avatarLooks = ['barista', 'student', 'traveler', 'artist', 'bear', 'cat'] as const;

/** How somebody looks; `color` is of their clothes. */
export const avatar = z.strictObject({ look: z.enum(avatarLooks), color: z.string().regex(/^#[0-9a-f]{6}$/) });

export const participant = z.object({
  /** Their number in frames, for as long as they are here. */
  id: z.int().min(1).max(65_535),
  key: participantKey,
  nickname: z.string(),
  role: roomRole,
  avatar,
  /** May not speak for now. */
  isMuted: z.boolean(),
});

/** A sender's own name for a message: whoever has no acknowledgement sends it again with the same one, and it is not said twice. */
export const chatNonce = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

export const chatMessage = z.object({
  /** Rises by one from message to message of the room; where it begins says nothing. */
  sequence: z.int(),
  key: participantKey,
  nickname: z.string(),
  text: z.string(),
  /** Milliseconds since 1970. */
  atMs: z.number(),
  /** As its sender gave it. */
  nonce: chatNonce.optional(),
});

/** The newest messages that the client has not; not `isComplete` when some between are gone: what is given then replaces all. */
export const chatHistory = z.object({ messages: z.array(chatMessage), isComplete: z.boolean() });

export const welcome = z.object({
  room: cafeCode,
  shard: z.int(),
  self: participant,
  wireVersion: z.int(),
  /** Centimetres for each step of a coordinate on the wire. */
  scale: z.int(),
  tickMs: z.number(),
  world: worldData,
  /** Everybody, oneself included. */
  roster: z.array(participant),
  chat: chatHistory,
  /** Opens this place again within two minutes after the connection is lost. */
  resumeToken: z.string(),
});

/** Who came, went or changed since the last time. */
export const rosterChange = z.object({
  joined: z.array(participant),
  left: z.array(z.int()),
  changed: z.array(participant),
});

/** Where the server has put somebody, who had gone where nobody can. Metres, radians. */
export const correction = z.object({ x: z.number(), y: z.number(), z: z.number(), yaw: z.number() });

export const roomNotice = z.object({ code: z.string(), detail: z.string() });

/** The room's maps or world are others from now on. */
export const roomChange = z.object({ maps: z.array(mapLink), world: worldData });

const toSomebody = { key: participantKey, reason: line(0, 500) };

/** What keepers may do to somebody in their room; `minutes`: how long, null for good. A ban is of this room. */
export const moderation = z.discriminatedUnion('act', [
  z.strictObject({ ...toSomebody, act: z.literal('mute') }),
  z.strictObject({ ...toSomebody, act: z.literal('unmute') }),
  z.strictObject({ ...toSomebody, act: z.literal('kick') }),
  z.strictObject({ ...toSomebody, act: z.literal('ban'), minutes: z.int().min(1).max(525_600).nullable() }),
]);

/** A complaint about somebody in the room; `sequence`: about what they said in this message, null about themselves. */
export const roomReport = z.strictObject({
  key: participantKey,
  sequence: z.int().min(1).nullable(),
  reason: reportReason,
  detail: line(0, 1000),
});

const accepted = z.object({ ok: z.literal(true) });
const refused = z.object({
  ok: z.literal(false),
  code: z.string(),
  detail: z.string(),
  retryAfterMs: z.number().optional(),
});

/** What a client may send besides movement; each is acknowledged. */
export const roomRequests = {
  chat: {
    request: z.strictObject({ text: z.string().max(2000), nonce: chatNonce.optional() }),
    acknowledgement: z.union([accepted.extend({ sequence: z.int() }), refused]),
  },
  avatar: { request: avatar, acknowledgement: z.union([accepted, refused]) },
  /** To the spawn point: for who is stuck. */
  respawn: { request: z.strictObject({}), acknowledgement: z.union([accepted, refused]) },
  /** New addresses of the room's maps: those of the ticket are good for a while only. */
  maps: {
    request: z.strictObject({}),
    acknowledgement: z.union([accepted.extend({ maps: z.array(mapLink) }), refused]),
  },
  moderate: { request: moderation, acknowledgement: z.union([accepted, refused]) },
  report: { request: roomReport, acknowledgement: z.union([accepted, refused]) },
} as const;

/** What a server sends besides frames. `moving`: the server is stopping; come back after a while of your choice up to `withinMs`. */
export const roomEvents = {
  welcome,
  roster: rosterChange,
  chat: chatMessage,
  corrected: correction,
  tick: z.object({ tickMs: z.number() }),
  warning: roomNotice,
  closing: roomNotice,
  moving: z.object({ withinMs: z.number() }),
  changed: roomChange,
} as const;

export type RoomRole = z.infer<typeof roomRole>;
export type RoomTicketRequest = z.infer<typeof roomTicketRequest>;
export type RoomTicket = z.infer<typeof roomTicket>;
export type RoomHandshake = z.infer<typeof roomHandshake>;
export type Avatar = z.infer<typeof avatar>;
export type Participant = z.infer<typeof participant>;
export type ChatMessage = z.infer<typeof chatMessage>;
export type Welcome = z.infer<typeof welcome>;
export type Moderation = z.infer<typeof moderation>;
export type RoomReport = z.infer<typeof roomReport>;
export type RoomRequests = { [Name in keyof typeof roomRequests]: z.infer<(typeof roomRequests)[Name]['request']> };
export type RoomAcknowledgements = {
  [Name in keyof typeof roomRequests]: z.infer<(typeof roomRequests)[Name]['acknowledgement']>;
};
export type RoomEvents = { [Name in keyof typeof roomEvents]: z.infer<(typeof roomEvents)[Name]> };
