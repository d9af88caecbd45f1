import type { VirtualLinkInput } from '@virtualcafe/contracts';
import type { Actor, UserActor } from '../../access/actor.js';

/** The cafés an actor may manage, or read as their keepers do. */
export type CafeScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'ownedBy'; readonly userId: string }
  | { readonly kind: 'among'; readonly cafeIds: readonly string[] };

const everyCafe: CafeScope = { kind: 'all' };
const noCafe: CafeScope = { kind: 'among', cafeIds: [] };

export function managedScopeOf(actor: Actor): CafeScope {
  switch (actor.kind) {
    case 'system':
      return everyCafe;
    case 'apiKey':
      return actor.cafeIds.length === 0 ? everyCafe : { kind: 'among', cafeIds: actor.cafeIds };
    case 'user':
      return scopeOfUser(actor);
    case 'anonymous':
      return noCafe;
  }
}

function scopeOfUser({ userType, userId }: UserActor): CafeScope {
  if (userType === 'ADMIN') return everyCafe;
  return userType === 'BUSINESS' ? { kind: 'ownedBy', userId } : noCafe;
}

/** Who becomes the owner of a café that the actor creates; an administrator and the system create for others. */
export const firstOwnerOf = (actor: Actor): string | null =>
  actor.kind === 'user' && actor.userType === 'BUSINESS' ? actor.userId : null;

/** Whose uploads the actor may attach: null is everybody's. */
export function attachableUploaderOf(actor: Actor): string | null {
  if (actor.kind === 'user') return actor.userType === 'ADMIN' ? null : actor.userId;
  if (actor.kind === 'system') return null;
  throw new Error(`${actor.kind} attaches no images: the action's rule and its handler disagree`);
}

/** The record after the edit: fields that the request leaves out stay. */
export const applyEdit = <T extends object>(
  current: T,
  request: { readonly [Field in keyof T]?: T[Field] | undefined },
): T => ({
  ...current,
  ...Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined)),
});

/** The place of the first link whose type stands before it already; null when each type stands once. */
export function findRepeatedType(links: readonly Pick<VirtualLinkInput, 'type'>[]): number | null {
  const place = links.findIndex(({ type }, index) => links.findIndex((link) => link.type === type) < index);
  return place === -1 ? null : place;
}
