import { z } from 'zod';
import { nickname } from './auth.js';
import { cafeCode } from './identifiers.js';
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

/** `ticket` opens one connection within 60 s. `shard`: which of the equal rooms of this name it is, from 1. `capacity`: people in each. */
export const roomTicket = z
  .object({ ticket: z.string(), shard: z.int(), capacity: z.int() })
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
});

export const chatMessage = z.object({
  /** Rises by one from message to message of the room. */
  sequence: z.int(),
  key: participantKey,
  nickname: z.string(),
  text: z.string(),
  /** Milliseconds since 1970. */
  atMs: z.number(),
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
    request: z.strictObject({ text: z.string().max(2000) }),
    acknowledgement: z.union([accepted.extend({ sequence: z.int() }), refused]),
  },
  avatar: { request: avatar, acknowledgement: z.union([accepted, refused]) },
  /** To the spawn point: for who is stuck. */
  respawn: { request: z.strictObject({}), acknowledgement: z.union([accepted, refused]) },
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
} as const;

export type RoomRole = z.infer<typeof roomRole>;
export type RoomTicketRequest = z.infer<typeof roomTicketRequest>;
export type RoomTicket = z.infer<typeof roomTicket>;
export type RoomHandshake = z.infer<typeof roomHandshake>;
export type Avatar = z.infer<typeof avatar>;
export type Participant = z.infer<typeof participant>;
export type ChatMessage = z.infer<typeof chatMessage>;
export type Welcome = z.infer<typeof welcome>;
export type RoomRequests = { [Name in keyof typeof roomRequests]: z.infer<(typeof roomRequests)[Name]['request']> };
export type RoomAcknowledgements = {
  [Name in keyof typeof roomRequests]: z.infer<(typeof roomRequests)[Name]['acknowledgement']>;
};
export type RoomEvents = { [Name in keyof typeof roomEvents]: z.infer<(typeof roomEvents)[Name]> };
