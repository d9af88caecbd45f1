import type { Hotspot } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { nearHotspot } from './near-hotspot.js';
import { type Place, seatBefore, standBefore } from './places.js';
import { roomOf } from './test-rooms.js';
import { WalkTarget } from './walk-target.js';
import { wrapText } from './text-wrap.js';

const floor = { min: [-10, -1, -10], max: [10, 0, 10] } as const;
const body = { height: 1.3, radius: 0.2 };
const origin = { x: 0, y: 0, z: 0 };

/** 1 for whoever looks straight at it. */
const facing = (place: Place, at: { x: number; z: number }): number => {
  const [x, z] = [at.x - place.x, at.z - place.z];
  return (-Math.sin(place.yaw) * x - Math.cos(place.yaw) * z) / Math.hypot(x, z);
};

describe('standBefore', () => {
  it('stands before a picture on a wall, on the room’s side, facing it', () => {
    const solids = roomOf([floor, { min: [-10, 0, -5.2], max: [10, 3, -5] }]);
    const place = standBefore(solids, { x: 1, y: 1.6, z: -4.92 }, origin, body);
    expect(place?.z).toBeGreaterThan(-4.8);
    expect(place?.y).toBeCloseTo(0, 5);
    expect(place && facing(place, { x: 1, z: -4.92 })).toBeGreaterThan(0.9);
  });

  it('stands on the floor beside a counter, not on it', () => {
    const solids = roomOf([floor, { min: [-2, 0, -3], max: [2, 1.1, -2.4] }]);
    expect(standBefore(solids, { x: 0, y: 1.3, z: -2.6 }, origin, body)?.y).toBeCloseTo(0, 5);
  });

  it('finds no place where there is no floor', () => {
    expect(standBefore(roomOf([]), { x: 0, y: 1, z: 0 }, origin, body)).toBeNull();
  });
});

describe('seatBefore', () => {
  const chair = { min: [-0.25, 0, -0.9], max: [0.25, 0.45, -0.4] } as const;
  const back = { min: [-0.25, 0, -1], max: [0.25, 0.95, -0.9] } as const;

  it('sits on the chair one stands before, facing away from its back', () => {
    const seat = seatBefore(roomOf([floor, chair, back]), origin, 0, body);
    expect(seat?.y).toBeCloseTo(0.45, 5);
    expect(seat?.z).toBeLessThan(-0.35);
    expect(-Math.cos(seat?.yaw ?? 0)).toBeCloseTo(1, 3);
  });

  it('finds no seat on the bare floor, nor on a table', () => {
    expect(seatBefore(roomOf([floor]), origin, 0, body)).toBeNull();
    const table = { min: [-1, 0.7, -1.5], max: [1, 0.75, -0.3] } as const;
    expect(seatBefore(roomOf([floor, table]), origin, 0, body)).toBeNull();
  });
});

const spot = (id: string, x: number, y = 1): Hotspot => ({
  id,
  kind: 'product',
  target: '0',
  label: { ko: id, en: '' },
  position: { x, y, z: 0 },
});

describe('nearHotspot', () => {
  it('is the nearest within reach', () => {
    expect(nearHotspot([spot('a', 1.5), spot('b', 0.5)], origin, null)).toBe('b');
    expect(nearHotspot([spot('a', 1.9)], origin, null)).toBeNull();
  });

  it('does not flicker at the edge, nor between two', () => {
    expect(nearHotspot([spot('a', 1.9)], origin, 'a')).toBe('a');
    expect(nearHotspot([spot('a', 2.2)], origin, 'a')).toBeNull();
    expect(nearHotspot([spot('a', 1.1), spot('b', -1)], origin, 'a')).toBe('a');
  });

  it('is not on another floor', () => {
    expect(nearHotspot([spot('a', 0, 5)], origin, null)).toBeNull();
  });
});

describe('WalkTarget', () => {
  it('leads to the goal and ends there', () => {
    const target = new WalkTarget();
    target.set(3, -4);
    let [x, z] = [0, 0];
    for (let count = 0; count < 300; count += 1) {
      const way = target.direction(x, z, 4, 1 / 60);
      if (!way) break;
      x += (way.x * 4) / 60;
      z += (way.z * 4) / 60;
    }
    expect(Math.hypot(x - 3, z + 4)).toBeLessThan(0.15);
    expect(target.isSet).toBe(false);
  });

  it('gives up when one gets no nearer', () => {
    const target = new WalkTarget();
    target.set(5, 0);
    let frames = 0;
    while (target.direction(0, 0, 4, 1 / 60) && frames < 600) frames += 1;
    expect(frames).toBeLessThan(90);
  });
});

describe('wrapText', () => {
  const wide = (text: string): number => text.length;

  it('breaks between words, and a long word within', () => {
    expect(wrapText('오늘 라떼 정말 맛있어요', 6, 4, wide)).toEqual(['오늘 라떼', '정말', '맛있어요']);
    expect(wrapText('ㅋㅋㅋㅋㅋㅋㅋㅋ', 5, 4, wide)).toEqual(['ㅋㅋㅋㅋㅋ', 'ㅋㅋㅋ']);
  });

  it('ends in an ellipsis when there is more than fits', () => {
    expect(wrapText('하나 둘 셋 넷', 3, 2, wide)).toEqual(['하나', '둘…']);
    expect(wrapText('', 3, 2, wide)).toEqual(['']);
  });
});
