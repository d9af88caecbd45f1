import { animations, type Transform, transformFlags } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { RemoteMotion } from './remote-motion.js';

const speed = 4;
const frameMs = 1000 / 60;

/** The same figures in each run. */
const randomOf = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
};

const at = (ms: number, x: number, changes: Partial<Transform> = {}): Transform => ({
  x,
  y: 0,
  z: 0,
  yaw: 0,
  animation: animations.walk,
  flags: 0,
  clock: Math.round(ms * 4) % 65_536,
  ...changes,
});

interface News {
  readonly arrivesMs: number;
  readonly transform: Transform;
}

/** Draws 60 frames a second; tells each one's way and speed. */
const draw = (
  motion: RemoteMotion,
  news: readonly News[],
  fromMs: number,
  toMs: number,
  watch: (nowMs: number, step: number) => void,
): void => {
  const waiting = [...news].sort((one, other) => one.arrivesMs - other.arrivesMs);
  for (let now = fromMs; now < toMs; now += frameMs) {
    while (waiting[0] && waiting[0].arrivesMs <= now) {
      const next = waiting.shift();
      if (next) motion.take(next.transform, next.arrivesMs);
    }
    const before = motion.x;
    motion.advance(now, frameMs / 1000);
    watch(now, motion.x - before);
  }
};

describe('RemoteMotion', () => {
  it('shows an even walk at 200 ms latency with 5 % of the news lost and 40 ms of jitter', () => {
    const random = randomOf(7);
    const news: News[] = [];
    for (let ms = 0; ms < 30_000; ms += 50) {
      if (random() < 0.05) continue;
      news.push({ arrivesMs: ms + 200 + random() * 40, transform: at(ms, (ms / 1000) * speed) });
    }
    const motion = new RemoteMotion(speed, 50);
    const even = (speed * frameMs) / 1000;
    let [longest, shortest, off] = [0, Number.POSITIVE_INFINITY, 0];
    draw(motion, news, 0, 30_000, (now, step) => {
      if (now < 1500) return;
      longest = Math.max(longest, step);
      shortest = Math.min(shortest, step);
      off = Math.max(off, Math.abs(motion.x - ((now - 330) / 1000) * speed));
    });
    // Never backwards, never a jump: within about two thirds of the even step.
    expect(longest).toBeLessThan(even * 1.7);
    expect(shortest).toBeGreaterThan(even * 0.3);
    expect(off).toBeLessThan(0.35);
  });

  it('is drawn about 100 ms behind the newest news', () => {
    const news = Array.from({ length: 100 }, (_, index) => ({
      arrivesMs: index * 50 + 30,
      transform: at(index * 50, (index * 50 * speed) / 1000),
    }));
    const motion = new RemoteMotion(speed, 50);
    let behindMs = 0;
    draw(motion, news, 0, 4900, (now) => {
      behindMs = now - 30 - (motion.x / speed) * 1000;
    });
    expect(behindMs).toBeGreaterThan(80);
    expect(behindMs).toBeLessThan(130);
  });

  it('goes on for a moment without news, then stands', () => {
    const news = Array.from({ length: 40 }, (_, index) => ({
      arrivesMs: index * 50,
      transform: at(index * 50, (index * 50 * speed) / 1000),
    }));
    const motion = new RemoteMotion(speed, 50);
    let last = 0;
    draw(motion, news, 0, 4000, (_, step) => {
      last = step;
    });
    const newest = (39 * 50 * speed) / 1000;
    expect(last).toBe(0);
    expect(motion.x).toBeGreaterThan(newest);
    // No farther than 150 ms would carry.
    expect(motion.x).toBeLessThanOrEqual(newest + speed * 0.15);
  });

  it('stands through a rest and then walks at walking speed: nobody creeps', () => {
    const news: News[] = [
      { arrivesMs: 0, transform: at(0, 0, { animation: animations.idle }) },
      ...Array.from({ length: 20 }, (_, index) => ({
        arrivesMs: 3050 + index * 50,
        transform: at(3050 + index * 50, ((index + 1) * 50 * speed) / 1000),
      })),
    ];
    const motion = new RemoteMotion(speed, 50);
    let [moved, fastest] = [0, 0];
    draw(motion, news, 0, 4200, (now, step) => {
      if (now < 3000) moved = Math.max(moved, Math.abs(motion.x));
      fastest = Math.max(fastest, step);
    });
    expect(moved).toBe(0);
    expect(fastest).toBeLessThan(((speed * frameMs) / 1000) * 2);
    expect(motion.x).toBeGreaterThan(3.9);
    // The last news says walking: on for a moment.
    expect(motion.x).toBeLessThan(4 + speed * 0.15);
  });

  it('is at once where the server places somebody', () => {
    const motion = new RemoteMotion(speed, 50);
    motion.take(at(0, 0), 0);
    motion.advance(16, 0.016);
    motion.take(at(50, 40, { flags: transformFlags.placed }), 50);
    expect(motion.x).toBe(40);
    motion.advance(66, 0.016);
    expect(motion.x).toBe(40);
    expect(motion.speed).toBe(0);
  });

  it('lives through the rounds of the sender’s clock', () => {
    const news = Array.from({ length: 800 }, (_, index) => ({
      arrivesMs: index * 50 + 20,
      transform: at(index * 50 + 15_000, (index * 50 * speed) / 1000),
    }));
    const motion = new RemoteMotion(speed, 50);
    let longest = 0;
    draw(motion, news, 0, 39_000, (now, step) => {
      if (now > 500) longest = Math.max(longest, Math.abs(step));
    });
    expect(longest).toBeLessThan(((speed * frameMs) / 1000) * 1.5);
    expect(motion.x).toBeGreaterThan(speed * 38);
  });

  it('does not take old news for new', () => {
    const motion = new RemoteMotion(speed, 50);
    motion.take(at(100, 1), 100);
    motion.take(at(50, 9), 110);
    motion.take(at(100, 9), 120);
    for (let now = 116; now < 1000; now += 16) motion.advance(now, 0.016);
    expect(motion.x).toBe(1);
  });

  it('turns the short way', () => {
    const motion = new RemoteMotion(speed, 50);
    motion.take(at(0, 0, { yaw: 0.1 }), 0);
    motion.take(at(50, 0, { yaw: 2 * Math.PI - 0.1 }), 50);
    for (let now = 0; now < 600; now += 10) {
      motion.advance(now, 0.01);
      const fromFront = Math.min(motion.yaw, 2 * Math.PI - motion.yaw);
      expect(fromFront).toBeLessThanOrEqual(0.101);
    }
  });
});
