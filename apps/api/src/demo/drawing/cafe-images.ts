import type { CafeImageSet } from '@virtualcafe/contracts';
import type { DemoCafe } from '../data/demo-cafe.js';
import { drawBar } from './bar/bar.js';
import { altTexts, type Shot } from './cafe-image-texts.js';
import { drawExterior } from './exterior/exterior.js';
import { drawInterior } from './interior/interior.js';
import { develop, type Picture } from './kit/finish.js';
import { moodOf, type Time } from './kit/mood.js';
import { createRandom, seedFrom } from './kit/random.js';
import { drawStillLife } from './still-life/still-life.js';
import { drawVirtualIsland } from './virtual/virtual-island.js';
import { drawVirtualRoom } from './virtual/virtual-room.js';

export interface CafeImage {
  set: CafeImageSet;
  altKo: string;
  altEn: string;
  jpeg: Buffer;
}

const SET_OF: Readonly<Record<Shot, CafeImageSet>> = {
  front: 'THUMBNAIL',
  room: 'REAL',
  table: 'REAL',
  bar: 'REAL',
  'virtual-room': 'VIRTUAL',
  'virtual-island': 'VIRTUAL',
};

/** The pictures of a café in the order in which they are shown. */
export function shotsOf(cafe: DemoCafe): Shot[] {
  return ['front', 'room', 'table', 'bar', ...cafe.scene.virtual.map((kind): Shot => `virtual-${kind}`)];
}

/** One picture, not yet rendered. The same café and shot give the same drawing, to the byte. */
export function composeShot(cafe: DemoCafe, shot: Shot): Picture {
  const { scene, code } = cafe;
  const random = createRandom(seedFrom(`${code}/${shot}`));
  const at = (time: Time) => ({ ...scene, mood: moodOf(time) });
  const compose: Record<Shot, () => Picture> = {
    front: () => drawExterior(at(scene.time), random),
    room: () => drawInterior(scene.interior, at(scene.inside), random),
    table: () => drawStillLife(scene.table, at(scene.inside), random),
    bar: () => drawBar(scene.craft, scene.interior.lamp, at(scene.inside), random),
    'virtual-room': () => drawVirtualRoom(scene.interior, at(scene.time), random),
    'virtual-island': () => drawVirtualIsland(scene.building, at(scene.time), random),
  };
  return compose[shot]();
}

/** Draws all pictures of a café, one after the other: each takes about a fifth of a second of one core. */
export async function* drawCafeImages(cafe: DemoCafe, resolution?: number): AsyncGenerator<CafeImage> {
  for (const shot of shotsOf(cafe)) {
    const jpeg = await develop(composeShot(cafe, shot), resolution);
    yield { set: SET_OF[shot], ...altTexts(cafe, shot), jpeg };
  }
}
