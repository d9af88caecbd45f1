import { expect } from 'vitest';
import type { CafeScene } from './cafe-scene.js';
import { Load } from './load.js';
import { describeTimes, RoomParty } from './room-party.js';

/** What a deployment promises those who are in a room. */
const backWithinMs = 5000;

/**
 * Does something to the stack while visitors read, write and upload, and people talk in rooms; `requests` at least, until after its end.
 * Sees that none of them noticed: no request failed, everything that was made is there once, and rooms went on within the time promised.
 */
export async function underLoad<Result>(
  scene: CafeScene,
  requests: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const before = await madeBefore(scene);
  const party = await RoomParty.gather(scene, await scene.openRooms(6), 4);
  await party.startTalking();
  const load = new Load(scene);
  try {
    const result = await work();
    await load.end(requests);
    await party.stopTalking();
    const times = party.timesBackMs;
    console.log(
      `${load.requests} requests, ${load.failures.length} failed, ${load.sentAgain} sent again; ` +
        `rooms: ${times.length} returns, ${describeTimes(times)}`,
    );
    // The first tell enough.
    expect(load.failures.slice(0, 20)).toEqual([]);
    expect(await madeBefore(scene)).toEqual({
      cafe: before.cafe + load.made.cafe,
      image: before.image + load.made.image,
    });
    await party.expectWhole();
    await party.expectMoving();
    expect(Math.max(0, ...times)).toBeLessThanOrEqual(backWithinMs);
    return result;
  } finally {
    await load.end();
    party.leave();
  }
}

async function madeBefore(scene: CafeScene): Promise<{ cafe: number; image: number }> {
  const count = async (what: string): Promise<number> => Number(await scene.query(`SELECT count(*) FROM ${what}`));
  return { cafe: await count(`"CafeInfo" WHERE code LIKE 'load-%'`), image: await count('"Image"') };
}
