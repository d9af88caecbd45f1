import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'vitest';
import type { CafeScene } from './cafe-scene.js';
import { addressOf } from './front-proxy.js';
import { RoomPlayer } from './room-player.js';

/** Whoever speaks more often than five times in ten seconds is told to wait. */
const speakEveryMs = 3000;

/** Some people in each of several rooms, who move and talk. */
export class RoomParty {
  private talking = new AbortController();
  private talk: Promise<unknown> = Promise.resolve();

  private constructor(readonly rooms: ReadonlyMap<string, readonly RoomPlayer[]>) {}

  static async gather(scene: CafeScene, codes: readonly string[], inEach: number): Promise<RoomParty> {
    const { stack, rootCertificate } = scene;
    const rooms = new Map<string, RoomPlayer[]>();
    for (const room of codes) {
      const players = Array.from({ length: inEach }, (_, index) => {
        const address = addressOf(1000 + rooms.size * inEach + index);
        return new RoomPlayer({ stack, rootCertificate, address, room, name: `p${rooms.size}-${index}` });
      });
      rooms.set(room, players);
      await Promise.all(players.map((player) => player.enter()));
    }
    return new RoomParty(rooms);
  }

  get players(): RoomPlayer[] {
    return [...this.rooms.values()].flat();
  }

  /** How long each loss of each lasted, in the order in which they came back. */
  get timesBackMs(): number[] {
    const returns = this.players.flatMap((player) => player.returns);
    return returns.sort((a, b) => a.at - b.at).map(({ afterMs }) => afterMs);
  }

  async startTalking(): Promise<void> {
    const { signal } = (this.talking = new AbortController());
    setMaxListeners(this.players.length, signal);
    const before = this.players.map(({ said }) => said);
    this.talk = Promise.all(this.players.map((player, index) => this.keepSpeaking(player, index, signal)));
    // Each has said something, and been heard.
    const leastSaid = (): number => Math.min(...this.players.map(({ said }, index) => said - (before[index] ?? 0)));
    await expect.poll(leastSaid, { timeout: 30_000 }).toBeGreaterThan(1);
  }

  /** Everything that was begun has been said then. */
  async stopTalking(): Promise<void> {
    this.talking.abort();
    await this.talk;
  }

  private async keepSpeaking(player: RoomPlayer, index: number, signal: AbortSignal): Promise<void> {
    // Not all at once.
    await pause((1000 * index) / this.players.length, signal);
    while (!signal.aborted) {
      const pauseEnded = pause(speakEveryMs, signal);
      await player.speak();
      await pauseEnded;
    }
  }

  /** In each room everybody has heard everything that anybody there said, once and in order, and sees exactly those who are there. */
  async expectWhole(): Promise<void> {
    await expect.poll(() => this.players.filter(({ isIn }) => !isIn).length, { timeout: 30_000 }).toBe(0);
    for (const players of this.rooms.values()) {
      const ids = players.map(({ ownId }) => ownId).sort((a, b) => a - b);
      const said = players.reduce((sum, player) => sum + player.said, 0);
      for (const player of players) {
        await expect.poll(() => [...player.roster.keys()].sort((a, b) => a - b), { timeout: 30_000 }).toEqual(ids);
        await expect.poll(() => new Set(textsOf(player)).size, { timeout: 30_000 }).toBe(said);
        expect(player.faults).toEqual([]);
        expect(textsOf(player)).toHaveLength(said);
        expect(textsOf(player)).toEqual(textsOf(players[0]));
      }
    }
  }

  /** Everybody sees everybody else move from now on. */
  async expectMoving(): Promise<void> {
    const from = performance.now();
    for (const players of this.rooms.values())
      for (const player of players)
        for (const { ownId } of players) {
          if (ownId === player.ownId) continue;
          await expect.poll(() => (player.seenMovingAt.get(ownId) ?? 0) > from, { timeout: 30_000 }).toBe(true);
        }
  }

  leave(): void {
    for (const player of this.players) player.leave();
  }
}

/** Ends early when it is called off. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  delay(ms, undefined, { signal }).catch(() => undefined);

/** In the order of their numbers. A message of before somebody came in is in the welcome, so that all know the same. */
function textsOf(player: RoomPlayer | undefined): string[] {
  if (player === undefined) return [];
  return [...player.messages.values()].sort((a, b) => a.sequence - b.sequence).map(({ text }) => text);
}

/** For whoever reads the run. */
export function describeTimes(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number): string => ((sorted[Math.floor((sorted.length - 1) * part)] ?? 0) / 1000).toFixed(2);
  return `${at(0.5)} s (median), ${at(0.95)} s (95 %), ${at(1)} s (longest)`;
}
