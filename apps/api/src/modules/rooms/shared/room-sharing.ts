import type { Avatar, ChatMessage } from '@virtualcafe/contracts';
import type { Numbered } from '@virtualcafe/world';

/** The injection token of `RoomSharing`. */
export const ROOM_SHARING = Symbol('room sharing');

/** Which room: its name, and which of the equal ones of this name, from 1. */
export interface RoomAddress {
  readonly code: string;
  readonly shard: number;
}

/** What is kept of somebody so that they can go on where they were, in whichever process. */
export interface Keepsake {
  readonly id: number;
  readonly turn: number;
  readonly avatar: Avatar;
  /** The 12 bytes of their transform, base64. */
  readonly at: string;
  /** When their connection was lost; null while they have one. */
  readonly lostAtMs: number | null;
}

export type Said = Omit<ChatMessage, 'sequence'>;

/** What comes from outside the process. */
export interface RoomListener {
  onSaid(message: Numbered<Said>): void;
  /** The number of the last message, now and then. */
  onLastSequence(sequence: number): void;
  /** From the other processes, or of this one: each hears itself. */
  onMessage(message: Buffer): void;
}

/**
 * Where the processes that serve one room find what they have in common. What fails because Redis is away is `service.unavailable`;
 * people who are in go on moving.
 */
export interface RoomSharing {
  /** Promises a place for 60 s: with `companion` if they are there, else where one is free. Returns the shard. */
  reserve(code: string, key: string, companion: string | undefined, nowMs: number): Promise<number>;

  /** Whether somebody may go on where they were, as other processes know. @throws AppError `service.unavailable`. */
  isKept(address: RoomAddress, key: string, nowMs: number): Promise<boolean>;

  open(address: RoomAddress, listener: RoomListener): SharedRoom;
}

export interface SharedRoom {
  /** Whether other processes could have it open. */
  readonly isShared: boolean;
  /** This process among them, 16 hexadecimal digits. */
  readonly processId: string;
  /** Fulfilled once the listener hears of everything. @throws AppError `service.unavailable`. */
  readonly listening: Promise<void>;

  /** A number that nobody has or had lately. @throws AppError `room.full`, `service.unavailable`. */
  takeId(nowMs: number): Promise<number>;
  releaseId(id: number, nowMs: number): void;

  /** What was said lately, oldest first. @throws AppError `service.unavailable`. */
  recentTalk(): Promise<Numbered<Said>[]>;
  /** Numbers a message and tells all processes. @throws AppError `service.unavailable`. */
  say(message: Said, nowMs: number): Promise<number>;

  /** @throws AppError `service.unavailable`. */
  recall(key: string, nowMs: number): Promise<Keepsake | null>;
  /**
   * Keeps those who are here or may come back, once a second: `changed` of them anew.
   * @throws AppError `service.unavailable`: it must be done again.
   */
  keep(present: readonly string[], changed: ReadonlyMap<string, Keepsake>, nowMs: number): Promise<void>;
  forget(keys: readonly string[]): void;

  /** To the other processes. */
  publish(message: Uint8Array | string): void;
  close(): void;
}
