import type { BufferGeometry } from 'three';
import type { Avatar } from '@virtualcafe/contracts';
import { bear, cat } from './animal-looks.js';
import { BodyBuilder, type Detail } from './body-builder.js';
import { artist, barista, student, traveler } from './human-looks.js';

export type Look = Avatar['look'];

/** The heart that stands above whoever shows one; otherwise it has no size. */
const giveHeart = (body: BodyBuilder): void => {
  for (const side of [-1, 1]) {
    body.ball(
      'heart',
      [0.088, 0.13, 0.06],
      { at: [side * 0.052, 1.535, 0], turn: [0, 0, side * 0.68], paint: '#ef4f6b' },
      12,
    );
  }
};

const makers: Readonly<Record<Look, (body: BodyBuilder) => void>> = { barista, student, traveler, artist, bear, cat };

/** The shape of a look; free it with `dispose`. */
export const makeLook = (look: Look, detail: Detail): BufferGeometry => {
  const body = new BodyBuilder(detail);
  makers[look](body);
  giveHeart(body);
  return body.build();
};

export const looks = Object.keys(makers) as Look[];
