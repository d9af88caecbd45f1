import { defaultWorldData, type Hotspot, mapReport, maxHotspots, worldData } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import type { StarterRoom } from './generate-starter-room.js';
import { furnish, numberedLabel, reportOf } from './starter-room.rules.js';

const photoId = '01890a5d-ac96-774b-bcce-b302099a8057';
const photos = [0, 1].map((place) => ({ imageId: photoId, label: numberedLabel(place) }));
const world: StarterRoom['world'] = {
  spawnPoint: { x: 0, y: 0, z: 3.40000001 },
  playerRotation: 0,
  bounds: { min: { x: -5, y: 0, z: -4.5 }, max: { x: 5, y: 3.2, z: 4.5 } },
  hotspots: [
    { kind: 'photo', imageIndex: 1, position: { x: -4.9200004, y: 1.7, z: 0 } },
    { kind: 'photo', imageIndex: 0, position: { x: -4.92, y: 1.7, z: 1.5 } },
  ],
  freeSpots: [],
};
const door = (id: string): Hotspot => ({
  kind: 'portal',
  id,
  target: 'next-door',
  label: { ko: '옆집', en: '' },
  position: { x: 1, y: 1, z: 1 },
});

describe('furnishing a room', () => {
  it('brings people to its door, keeps them within its walls, and marks each photo on them', () => {
    const next = furnish(defaultWorldData, { world }, photos);
    expect(worldData.parse(next)).toEqual(next);
    expect(next.spawnPoint).toEqual({ x: 0, y: 0, z: 3.4 });
    expect(next.bounds).toEqual({ min: { x: -5, y: -0.5, z: -4.5 }, max: { x: 5, y: 3.2, z: 4.5 } });
    expect(next.hotspots).toEqual([
      {
        kind: 'photo',
        id: 'wall-photo-1',
        target: photoId,
        label: { ko: '사진 2', en: 'Photo 2' },
        position: { x: -4.92, y: 1.7, z: 0 },
      },
      {
        kind: 'photo',
        id: 'wall-photo-2',
        target: photoId,
        label: { ko: '사진 1', en: 'Photo 1' },
        position: { x: -4.92, y: 1.7, z: 1.5 },
      },
    ]);
  });

  it("keeps how people move and the keeper's own hotspots, takes down the last room's photos, and lays the map at the origin", () => {
    const moved = { playerSpeed: 3, playerHeight: 1.7, worldPosition: { x: 9, y: 0, z: 0 } };
    const before = furnish({ ...defaultWorldData, ...moved, hotspots: [door('mine')] }, { world }, photos);
    const after = furnish(before, { world: { ...world, hotspots: [] } }, []);
    expect(after.hotspots).toEqual([door('mine')]);
    expect(after).toMatchObject({ playerSpeed: 3, playerHeight: 1.7, worldPosition: { x: 0, y: 0, z: 0 } });
  });

  it('never has more hotspots than there may be', () => {
    const own = Array.from({ length: maxHotspots - 1 }, (_, place) => door(`d${place}`));
    const next = furnish({ ...defaultWorldData, hotspots: own }, { world }, photos);
    expect(worldData.safeParse(next).success).toBe(true);
    expect(next.hotspots.map(({ id }) => id).slice(-2)).toEqual([`d${maxHotspots - 2}`, 'wall-photo-1']);
  });
});

describe('the report on a room', () => {
  it('tells what it costs', () => {
    const budget = { triangles: 40_000, drawCalls: 14, textures: 6, textureBytes: 10_000_000, materials: 14 };
    const report = reportOf({ budget });
    expect(mapReport.parse(report)).toEqual(report);
    expect(report.budget.desktop).toEqual({ ...budget, nodes: 14 });
  });
});
