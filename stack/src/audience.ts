import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'vitest';
import { AccessLog, type LoggedRequest } from './access-log.js';
import { containerOf } from './app-view.js';
import type { CafeScene } from './cafe-scene.js';
import { Load } from './load.js';
import { describeTimes, RoomParty } from './room-party.js';

/** What a deployment promises those who are in a room. */
const backWithinMs = 5000;
/** nginx writes its log by then. */
const untilLoggedMs = 1500;

export interface Circumstances {
  /** So many requests at least, until after the end of what is done. */
  readonly requests?: number;
  /** A process is dead from the start: nginx may try it before the other. */
  readonly isOneDead?: boolean;
}

/** People in rooms, and visitors whenever something is done to the stack. */
export class Audience {
  /** Of all visitors so far. */
  requests = 0;

  private constructor(
    private readonly scene: CafeScene,
    private readonly party: RoomParty,
  ) {}

  static async gather(scene: CafeScene): Promise<Audience> {
    return new Audience(scene, await RoomParty.gather(scene, await scene.openRooms(6), 4));
  }

  /**
   * Does something to the stack while visitors read, write and upload, and people talk in rooms. Sees that none of them noticed: no request
   * failed, nor was one sent to a process that could not take it; everything that was made is there once, and rooms went on within the time
   * promised.
   */
  async during<Result>(
    work: () => Promise<Result>,
    { requests = 0, isOneDead = false }: Circumstances = {},
  ): Promise<Result> {
    const { scene, party } = this;
    const before = await this.made();
    await party.startTalking();
    const returnsBefore = party.timesBackMs.length;
    const since = new Date();
    const load = new Load(scene);
    try {
      const result = await work();
      await load.end(requests);
      await party.stopTalking();
      this.requests += load.requests;
      const times = party.timesBackMs.slice(returnsBefore);
      console.log(
        `${load.requests} requests, ${load.failures.length} failed, ${load.sentAgain} sent again; ` +
          `rooms: ${times.length} returns, ${describeTimes(times)}`,
      );
      const logged = await this.loggedSince(since);
      // The first tell enough.
      expect([load.failures.slice(0, 20), logged.filter(hasFailed).slice(0, 20)]).toEqual([[], []]);
      if (!isOneDead) expect(logged.filter(wasTriedTwice).slice(0, 20)).toEqual([]);
      const { cafe, image } = load.made;
      expect(await this.made()).toEqual({ cafe: before.cafe + cafe, image: before.image + image });
      await party.expectWhole();
      await party.expectMoving();
      expect(Math.max(0, ...times)).toBeLessThanOrEqual(backWithinMs);
      return result;
    } finally {
      await load.end();
      await party.stopTalking();
    }
  }

  leave(): void {
    this.party.leave();
  }

  private async made(): Promise<{ cafe: number; image: number }> {
    const count = async (what: string): Promise<number> =>
      Number(await this.scene.query(`SELECT count(*) FROM ${what}`));
    return { cafe: await count(`"CafeInfo" WHERE code LIKE 'load-%'`), image: await count('"Image"') };
  }

  private async loggedSince(since: Date): Promise<LoggedRequest[]> {
    await delay(untilLoggedMs);
    return new AccessLog(await containerOf(this.scene.stack, 'nginx')).entries(since);
  }
}

const hasFailed = ({ status }: LoggedRequest): boolean => status >= 500;
/** nginx had sent it to a process that did not take it. */
const wasTriedTwice = ({ upstream }: LoggedRequest): boolean => upstream.includes(',');
