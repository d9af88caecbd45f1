import { maxHotspots, type Hotspot, type RoomPosition } from '@virtualcafe/contracts';

/** A place as it is typed: metres. */
export type PlaceDraft = { readonly x: string; readonly y: string; readonly z: string };

/** A hotspot as it stands in the form: texts as they are typed. */
export type HotspotDraft = {
  readonly id: string;
  readonly kind: Hotspot['kind'];
  readonly target: string;
  readonly ko: string;
  readonly en: string;
  readonly position: PlaceDraft;
};

/** What can be placed here. The other kinds come with what they show; existing ones are kept as they are. */
export const placeableKinds = ['photo', 'portal', 'link'] as const;
export type PlaceableKind = (typeof placeableKinds)[number];

/** Not beyond millimetres: nobody places anything finer, and numbers stay readable. */
export const metresText = (value: number): string => String(Math.round(value * 1000) / 1000);

export const placeDraftOf = ({ x, y, z }: RoomPosition): PlaceDraft => ({
  x: metresText(x),
  y: metresText(y),
  z: metresText(z),
});

// Undefined, not 0: an empty field is a missing one.
export const numberOf = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text));

export const positionOf = ({ x, y, z }: PlaceDraft) => ({ x: numberOf(x), y: numberOf(y), z: numberOf(z) });

export const hotspotDraftOf = ({ id, kind, target, label, position }: Hotspot): HotspotDraft => ({
  id,
  kind,
  target,
  ko: label.ko,
  en: label.en,
  position: placeDraftOf(position),
});

/** As the API takes it; what is wrong with it is the schema's to say. */
export const hotspotOf = ({ id, kind, target, ko, en, position }: HotspotDraft) => ({
  id,
  kind,
  target: target.trim(),
  label: { ko: ko.trim(), en: en.trim() },
  position: positionOf(position),
});

type Drafts = readonly HotspotDraft[];

export const mayAddHotspot = (drafts: Drafts): boolean => drafts.length < maxHotspots;

// What one looks at from 1.3 m above the floor.
const heightInSight = '1.4';

/** Adds a hotspot in the middle of the room at the height of the eyes, to be moved from there. */
export function withNewHotspot(drafts: Drafts, kind: PlaceableKind, spawn: PlaceDraft): HotspotDraft[] {
  const position = { x: spawn.x, y: heightInSight, z: spawn.z };
  return [...drafts, { id: freeId(drafts, kind), kind, target: '', ko: '', en: '', position }];
}

function freeId(drafts: Drafts, kind: string): string {
  const taken = new Set(drafts.map(({ id }) => id));
  let number = drafts.filter((draft) => draft.kind === kind).length + 1;
  while (taken.has(`${kind}-${number}`)) number += 1;
  return `${kind}-${number}`;
}

export const withHotspotChange = (drafts: Drafts, id: string, change: Partial<HotspotDraft>): HotspotDraft[] =>
  drafts.map((draft) => (draft.id === id ? { ...draft, ...change } : draft));

export const withoutHotspot = (drafts: Drafts, id: string): HotspotDraft[] => drafts.filter((draft) => draft.id !== id);
