import { updateViewerRequest, worldData, type ManagedViewer, type UpdateViewerRequest } from '@virtualcafe/contracts';
import { z } from 'zod';
import {
  hotspotDraftOf,
  hotspotOf,
  metresText,
  numberOf,
  placeDraftOf,
  positionOf,
  type HotspotDraft,
  type PlaceDraft,
} from './hotspot-drafts.js';

/** A room as it stands in the form: numbers as they are typed, angles in degrees. */
export type RoomValues = {
  name: string;
  isDisabled: boolean;
  hotspots: readonly HotspotDraft[];
  spawnPoint: PlaceDraft;
  playerRotation: string;
  playerHeight: string;
  playerRadius: string;
  playerSpeed: string;
  playerJumpForce: string;
  playerRotationSpeed: string;
  playerScale: string;
  defaultAnimationClip: string;
  boundsMin: PlaceDraft;
  boundsMax: PlaceDraft;
  worldPosition: PlaceDraft;
  worldRotation: PlaceDraft;
  worldScale: PlaceDraft;
};

export type RoomField = keyof RoomValues;

const degreesOf = (radians: number): string => String(Math.round((radians * 1800) / Math.PI) / 10);
const radiansOf = (degrees: string): number | undefined => {
  const value = numberOf(degrees);
  return value === undefined ? undefined : (value * Math.PI) / 180;
};
const degreesDraftOf = ({ x, y, z }: { x: number; y: number; z: number }): PlaceDraft => ({
  x: degreesOf(x),
  y: degreesOf(y),
  z: degreesOf(z),
});

export const valuesOf = ({ name, isDisabled, worldData: world }: ManagedViewer): RoomValues => ({
  name,
  isDisabled,
  hotspots: world.hotspots.map(hotspotDraftOf),
  spawnPoint: placeDraftOf(world.spawnPoint),
  playerRotation: degreesOf(world.playerRotation),
  playerHeight: metresText(world.playerHeight),
  playerRadius: metresText(world.playerRadius),
  playerSpeed: metresText(world.playerSpeed),
  playerJumpForce: metresText(world.playerJumpForce),
  playerRotationSpeed: metresText(world.playerRotationSpeed),
  playerScale: metresText(world.playerScale),
  defaultAnimationClip: world.defaultAnimationClip,
  boundsMin: placeDraftOf(world.bounds.min),
  boundsMax: placeDraftOf(world.bounds.max),
  worldPosition: placeDraftOf(world.worldPosition),
  worldRotation: degreesDraftOf(world.worldRotation),
  worldScale: placeDraftOf(world.worldScale),
});

const requestOf = (values: RoomValues) => ({
  name: values.name,
  isDisabled: values.isDisabled,
  hotspots: values.hotspots.map(hotspotOf),
  spawnPoint: positionOf(values.spawnPoint),
  playerRotation: radiansOf(values.playerRotation),
  playerHeight: numberOf(values.playerHeight),
  playerRadius: numberOf(values.playerRadius),
  playerSpeed: numberOf(values.playerSpeed),
  playerJumpForce: numberOf(values.playerJumpForce),
  playerRotationSpeed: numberOf(values.playerRotationSpeed),
  playerScale: numberOf(values.playerScale),
  defaultAnimationClip: values.defaultAnimationClip,
  bounds: { min: positionOf(values.boundsMin), max: positionOf(values.boundsMax) },
  worldPosition: positionOf(values.worldPosition),
  worldRotation: {
    x: radiansOf(values.worldRotation.x),
    y: radiansOf(values.worldRotation.y),
    z: radiansOf(values.worldRotation.z),
  },
  worldScale: positionOf(values.worldScale),
});

/** What the form must hold; the rules between fields (the spawn point within the bounds) are the contracts' own. */
export const roomSchema = z.preprocess(
  (values) => requestOf(values as RoomValues),
  worldData.safeExtend({ name: updateViewerRequest.shape.name.unwrap(), isDisabled: z.boolean() }),
);
export type ParsedRoom = z.infer<typeof roomSchema>;

/** Whether two forms mean the same in a field. */
export function isSameIn(field: RoomField, a: RoomValues, b: RoomValues): boolean {
  const [one, other] = [a[field], b[field]];
  if (typeof one === 'string' && typeof other === 'string') return one.trim() === other.trim();
  return JSON.stringify(one) === JSON.stringify(other);
}

type WorldField = Exclude<keyof ParsedRoom, 'name' | 'isDisabled'>;

const requestFieldOf = (field: Exclude<RoomField, 'name' | 'isDisabled'>): WorldField =>
  field === 'boundsMin' || field === 'boundsMax' ? 'bounds' : field;

/** The request that changes the named fields and nothing else. */
export function changesIn(parsed: ParsedRoom, fields: readonly RoomField[]): UpdateViewerRequest {
  const { name, isDisabled, ...world } = parsed;
  const worldFields = fields.flatMap((field) =>
    field === 'name' || field === 'isDisabled' ? [] : [requestFieldOf(field)],
  );
  return {
    ...(fields.includes('name') && { name }),
    ...(fields.includes('isDisabled') && { isDisabled }),
    ...(worldFields.length > 0 && {
      worldData: Object.fromEntries(worldFields.map((field) => [field, world[field]])),
    }),
  };
}

/** Where the form's schema names a field of the API's request: `/worldData/hotspots/3/target` is `/hotspots/3/target`. */
export const formPointerOf = (pointer: string): string =>
  pointer.startsWith('/worldData/') ? pointer.slice('/worldData'.length) : pointer;
