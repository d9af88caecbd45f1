import type { ManagedViewerMap, MapProgress } from '@virtualcafe/contracts';

export type WorkStage = MapProgress['stage'];

/** What is being done about some maps, as a whole. `percent`: of the one that is farthest behind; null before it began. */
export type MapWork = { readonly stage: WorkStage; readonly percent: number | null };

const isUnderway = ({ status }: ManagedViewerMap): boolean => status === 'PROCESSING';

/** Null when nothing is being worked on. */
export function workOn(maps: readonly ManagedViewerMap[]): MapWork | null {
  const underway = maps.filter(isUnderway);
  if (underway.length === 0) return null;
  const known = underway.flatMap(({ progress }) => (progress === null ? [] : [progress]));
  const last = known.toSorted((a, b) => a.done - b.done)[0];
  if (last === undefined || last.stage === 'waiting') return { stage: 'waiting', percent: null };
  return { stage: last.stage, percent: Math.round(Math.min(1, Math.max(0, last.done)) * 100) };
}

export type WorkOutcome = 'underway' | 'open' | 'ready' | 'refused';

/** What has become of some maps that one has had made or sent: refused as soon as one is, open when all are shown. */
export function outcomeOf(maps: readonly ManagedViewerMap[], ids: readonly string[]): WorkOutcome {
  const own = maps.filter(({ id }) => ids.includes(id));
  if (own.some(({ status }) => status === 'REFUSED')) return 'refused';
  if (own.some(isUnderway) || own.length < ids.length) return 'underway';
  return own.every(({ isActive }) => isActive) ? 'open' : 'ready';
}

/** The maps that are there now and were not before. */
export const newMapIds = (before: readonly ManagedViewerMap[], after: readonly ManagedViewerMap[]): string[] =>
  after.filter(({ id }) => !before.some((map) => map.id === id)).map(({ id }) => id);
