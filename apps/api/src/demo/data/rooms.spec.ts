import {
  defaultWorldData,
  isWithinBounds,
  starterRoomRequest,
  starterRoomStyles,
  viewerCode,
  worldData,
} from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { blocksOf, photoHotspots } from '../../modules/meta-viewer/starter-room/collider.js';
import { freeSpots } from '../../modules/meta-viewer/starter-room/layout/free-spots.js';
import { planRoom } from '../../modules/meta-viewer/starter-room/layout/plan-room.js';
import { overlaps, rectAround } from '../../modules/meta-viewer/starter-room/layout/rect.js';
import { furnish } from '../../modules/meta-viewer/starter-room/starter-room.rules.js';
import { styles } from '../../modules/meta-viewer/starter-room/styles.js';
import { wordsOf } from '../drawing/cafe-image-texts.js';
import { cafeOf, signsOf } from './room-signs.js';
import { DEMO_ROOMS, type DemoRoom } from './rooms.js';

const photoSize = { width: 768, height: 512 };
const imageId = '01890a5d-ac96-774b-bcce-b302099a8057';
const shots = ['front', 'room', 'table', 'bar'] as const;

/** The room as the seed makes it, without its model. */
const furnished = (room: DemoRoom) => {
  const [width, depth, height] = room.size;
  const form = { ...room, width, depth, height, photos: shots.map((_, imageIndex) => ({ imageIndex, ...photoSize })) };
  const plan = planRoom(form, styles[room.style]);
  const spots = freeSpots(plan, styles[room.style]);
  const photos = shots.map((shot) => {
    const [ko, en] = wordsOf(cafeOf(room.cafe), shot);
    return { imageId, label: { ko, en } };
  });
  const world = {
    spawnPoint: { x: plan.spawn.x, y: 0, z: plan.spawn.z },
    playerRotation: 0,
    bounds: { min: { x: -width / 2, y: 0, z: -depth / 2 }, max: { x: width / 2, y: height, z: depth / 2 } },
    hotspots: photoHotspots(plan),
    freeSpots: spots,
  };
  return { plan, data: furnish({ ...defaultWorldData, hotspots: signsOf(room, spots) }, { world }, photos) };
};

describe.each(DEMO_ROOMS.map((room) => [room.cafe, room] as const))('the room of %s', (_, room) => {
  it('is one that an owner could order, and its world is one that the API takes', () => {
    const { style, tables, counter, plants, lights, seed, size } = room;
    const [width, depth, height] = size;
    const order = { style, width, depth, height, tables, counter, plants, lights, seed, imageIds: [] };
    expect(starterRoomRequest.parse(order)).toEqual(order);
    expect(viewerCode.parse(room.cafe)).toBe(cafeOf(room.cafe).code);
    const { data } = furnished(room);
    expect(worldData.parse(data)).toEqual(data);
  });

  it('has a hotspot on each of four photos and two doors, all within its walls, the doors clear of furniture', () => {
    const { plan, data } = furnished(room);
    expect(data.hotspots.filter(({ kind }) => kind === 'photo')).toHaveLength(4);
    for (const { kind, position } of data.hotspots) {
      expect(isWithinBounds(position, data.bounds)).toBe(true);
      if (kind === 'photo') continue;
      const around = rectAround(position.x, position.z, 0.4, 0.4);
      for (const { rect } of blocksOf(plan, styles[room.style])) expect(overlaps(rect, around)).toBe(false);
    }
    const doors = data.hotspots.filter(({ kind }) => kind === 'portal').map(({ target }) => target);
    expect(doors).toEqual(room.doors);
  });

  it('has the tables that were asked for', () => {
    expect(furnished(room).plan.sets.length).toBe(room.tables);
  });
});

describe('the rooms of the demo', () => {
  it('are at least twelve, one a café, of every style, and no two alike', () => {
    expect(DEMO_ROOMS.length).toBeGreaterThanOrEqual(12);
    expect(new Set(DEMO_ROOMS.map(({ style }) => style)).size).toBe(starterRoomStyles.length);
    const differing = [
      (room: DemoRoom) => room.cafe,
      (room: DemoRoom) => room.name,
      (room: DemoRoom) => String(room.seed),
      (room: DemoRoom) => `${room.style} ${room.size.join()}`,
    ];
    for (const of of differing) expect(new Set(DEMO_ROOMS.map(of)).size).toBe(DEMO_ROOMS.length);
  });

  it('lead from each to all others', () => {
    for (const { cafe } of DEMO_ROOMS) {
      const reached = new Set([cafe]);
      for (const code of reached) {
        const { doors } = DEMO_ROOMS.find((room) => room.cafe === code) ?? {};
        expect(doors, code).toBeDefined();
        for (const door of doors ?? []) reached.add(door);
      }
      expect(reached.size, cafe).toBe(DEMO_ROOMS.length);
    }
  });

  it('link to a page of their café where it has one', () => {
    const linked = DEMO_ROOMS.filter((room) => furnished(room).data.hotspots.some(({ kind }) => kind === 'link'));
    expect(linked.map(({ cafe }) => cafe)).toContain('dalmaji-reading-waves');
    for (const { cafe } of linked) expect(cafeOf(cafe).links.some(({ type }) => type === 'OTHER')).toBe(true);
  });
});
