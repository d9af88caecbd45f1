import {
  defaultWorldData,
  type FieldError,
  type UpdateViewerRequest,
  type WorldData,
  worldData as wholeWorldData,
  type WorldDataChanges,
} from '@virtualcafe/contracts';
import { AppError } from '../../platform/errors/app-error.js';
import { changesBetween } from '../transaction-log/changes-between.js';

/** What a keeper sets of a room; its code and its café are chosen once. */
export type ViewerFields = {
  readonly name: string;
  readonly worldData: WorldData;
  readonly isDisabled: boolean;
};

/** An image that a photo hotspot names, and where in a request, as a JSON pointer. */
export interface PlacedPhoto {
  readonly imageId: string;
  readonly pointer: string;
}

/** Words beyond these are not looked for: each costs a comparison with every room. */
const maxWords = 10;

/** What was stored, with the fields that came since. */
export const completeWorldData = (stored: Partial<WorldData>): WorldData => ({ ...defaultWorldData, ...stored });

/**
 * The world data after `changes`.
 * @throws AppError `request.invalid` when its parts no longer agree, as a spawn point left outside of new bounds.
 */
export function changeWorldData(current: WorldData, changes: WorldDataChanges): WorldData {
  const { success, data, error } = wholeWorldData.safeParse({ ...current, ...withoutUndefined(changes) });
  if (success) return data;
  const errors = error.issues.map(({ path, message }) => ({
    pointer: `/worldData/${path.join('/')}`,
    in: 'body' as const,
    message,
  }));
  throw new AppError('request.invalid', { errors });
}

/** The room after the edit: fields that the request leaves out stay, those of its world data too. */
export const editViewer = (current: ViewerFields, request: UpdateViewerRequest): ViewerFields => ({
  name: request.name ?? current.name,
  isDisabled: request.isDisabled ?? current.isDisabled,
  // Untouched world data is not looked at: a limit that became tighter since must not keep a room from being renamed or hidden.
  worldData:
    request.worldData === undefined ? current.worldData : changeWorldData(current.worldData, request.worldData),
});

/** What an edit changes, of the world data only the fields that differ; null when nothing does. */
export function viewerChangesBetween(
  { worldData: oldWorld, ...before }: ViewerFields,
  { worldData: newWorld, ...after }: ViewerFields,
): { before: Record<string, unknown>; after: Record<string, unknown> } | null {
  const changes = changesBetween(before, after);
  const inWorld = changesBetween(oldWorld, newWorld);
  if (changes === null && inWorld === null) return null;
  return {
    before: { ...changes?.before, ...(inWorld === null ? {} : { worldData: inWorld.before }) },
    after: { ...changes?.after, ...(inWorld === null ? {} : { worldData: inWorld.after }) },
  };
}

/** The images that a room's photo hotspots name. */
export const photosOf = ({ hotspots }: Pick<WorldData, 'hotspots'>): PlacedPhoto[] =>
  hotspots.flatMap(({ kind, target }, place) =>
    kind === 'photo' ? [{ imageId: target, pointer: `/worldData/hotspots/${place}/target` }] : [],
  );

/** @throws AppError `viewer.image-unusable` that names every photo which is not among the usable ones. */
export function assertUsable(photos: readonly PlacedPhoto[], usable: ReadonlySet<string>): void {
  const errors = photos
    .filter(({ imageId }) => !usable.has(imageId))
    .map(({ pointer }): FieldError => ({ pointer, in: 'body', message: 'does not exist or is not yours' }));
  if (errors.length > 0) throw new AppError('viewer.image-unusable', { errors });
}

/** The words of a search, each once. */
export const wordsOf = (typed: string | undefined): string[] =>
  [...new Set((typed ?? '').split(/\s+/))].filter((word) => word !== '').slice(0, maxWords);

const withoutUndefined = (changes: WorldDataChanges): Partial<WorldData> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
