import { cafeCode, viewerCode } from '@virtualcafe/contracts';

/** What a page of the web app is about, by its path. `code`: null for one that nothing can have. */
export type PageSubject =
  | { readonly kind: 'cafe'; readonly code: string | null }
  | { readonly kind: 'room'; readonly code: string | null; readonly view: RoomView };

export type RoomView = 'door' | 'tour' | 'poster';

const cafePath = /^\/cafes\/([^/]+)\/?$/;
const roomPath = /^\/r\/([^/]+)(?:\/(tour|poster))?\/?$/;

/** Null for pages that are about the site alone. `path` is without a query. */
export function pageSubjectOf(path: string): PageSubject | null {
  const cafe = cafePath.exec(path)?.[1];
  if (cafe !== undefined) return { kind: 'cafe', code: cafeCode.safeParse(cafe).data ?? null };
  const [, room, view = 'door'] = roomPath.exec(path) ?? [];
  if (room === undefined) return null;
  return { kind: 'room', code: viewerCode.safeParse(room).data ?? null, view: view as RoomView };
}

/** Pages that other sites may show within theirs, where the operator allows it: a room, and the tour that stands in for it. */
export function mayBeFramed(path: string): boolean {
  const subject = pageSubjectOf(path);
  return subject?.kind === 'room' && subject.view !== 'poster';
}
