import { participant, participantKey } from '@virtualcafe/contracts';
import { z } from 'zod';

// What the processes that serve one room tell each other: words as JSON, movement as a byte, who says it, and a frame.

const from = z.string();
/** `at`: 12 bytes of a transform, base64. */
const resident = z.object({
  participant,
  userId: z.string().nullable(),
  clientKey: z.string(),
  turn: z.number(),
  at: z.base64(),
});

/** What a keeper has ordered. `name`: of whom, as `mutedNameOf` has it. */
const order = z.discriminatedUnion('act', [
  z.object({ act: z.enum(['mute', 'unmute']), key: participantKey, name: z.string() }),
  z.object({
    act: z.literal('remove'),
    key: participantKey,
    code: z.enum(['room.kicked', 'room.banned']),
    detail: z.string(),
  }),
]);

const roomMessage = z.discriminatedUnion('kind', [
  /** Who is there? */
  z.object({ kind: z.literal('hello'), from }),
  /** All whom this process looks after. */
  z.object({ kind: z.literal('state'), from, residents: z.array(resident), muted: z.array(z.string()) }),
  z.object({
    kind: z.literal('roster'),
    from,
    joined: z.array(resident),
    left: z.array(z.number()),
    changed: z.array(participant),
  }),
  /** Still there, with so many; `sum` of their numbers shows whether one has heard of all. */
  z.object({ kind: z.literal('beat'), from, count: z.number(), sum: z.number() }),
  /** Stopping: its people come back elsewhere. */
  z.object({ kind: z.literal('bye'), from }),
  z.object({ kind: z.literal('order'), from, order }),
]);

export type RoomMessage = z.infer<typeof roomMessage>;
export type ResidentMessage = z.infer<typeof resident>;
export type Order = z.infer<typeof order>;

const processBytes = 8;
const frameMark = 1;

/** A frame of this process's people; `from`: 16 hexadecimal digits. */
export function writeFrameMessage(from: string, frame: Uint8Array): Buffer {
  const message = Buffer.allocUnsafe(1 + processBytes + frame.byteLength);
  message[0] = frameMark;
  message.write(from, 1, processBytes, 'hex');
  message.set(frame, 1 + processBytes);
  return message;
}

/** @throws ZodError, SyntaxError for what no process of this version says. */
export function readRoomMessage(message: Buffer): RoomMessage | { kind: 'frame'; from: string; frame: Uint8Array } {
  if (message[0] !== frameMark) return roomMessage.parse(JSON.parse(message.toString()));
  return {
    kind: 'frame',
    from: message.toString('hex', 1, 1 + processBytes),
    frame: message.subarray(1 + processBytes),
  };
}

/** The bytes of something written in base64. */
export function viewOf(base64: string): DataView {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  return new DataView(bytes.buffer);
}
