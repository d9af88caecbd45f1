import type { Hotspot, RoomPosition } from '@virtualcafe/contracts';
import { DEMO_CAFES } from './cafes.js';
import type { DemoCafe } from './demo-cafe.js';
import type { DemoRoom } from './rooms.js';

export function cafeOf(code: string): DemoCafe {
  const cafe = DEMO_CAFES.find((each) => each.code === code);
  if (cafe === undefined) throw new Error(`The demo has no café ${code}`);
  return cafe;
}

const signTo = (code: string): Hotspot['label'] => {
  const { name, nameEn } = cafeOf(code);
  return { ko: `${name} 가는 문`, en: `Door to ${nameEn}` };
};

/** What hangs by the door of a room: the ways to its neighbours and, where its café has a page elsewhere, the link to it. */
export function signsOf({ cafe, doors }: DemoRoom, freeSpots: readonly RoomPosition[]): Hotspot[] {
  const page = cafeOf(cafe).links.find(({ type, isAvailable }) => type === 'OTHER' && isAvailable);
  const makers = [
    ...doors.map((target, place) => (position: RoomPosition): Hotspot => {
      return { kind: 'portal', id: `door-${place + 1}`, target, label: signTo(target), position };
    }),
    ...(page === undefined ? [] : [(position: RoomPosition) => linkTo(page, position)]),
  ];
  return makers.map((make, place) => {
    const position = freeSpots[place];
    if (position === undefined) throw new Error(`The demo's room of ${cafe} has no place for ${makers.length} signs`);
    return make(position);
  });
}

const linkTo = ({ name, url }: DemoCafe['links'][number], position: RoomPosition): Hotspot => ({
  kind: 'link',
  id: 'page',
  target: url,
  label: { ko: name, en: '' },
  position,
});
