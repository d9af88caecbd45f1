import { replaceVirtualLinksRequest, virtualLinkTypes, type Image, type VirtualLink } from '@virtualcafe/contracts';
import { z } from 'zod';

export type LinkType = VirtualLink['type'];

/** A link to a virtual room as it is edited. Of each type there is at most one, so the type names it. */
export type LinkDraft = {
  readonly type: LinkType;
  readonly name: string;
  readonly url: string;
  readonly isAvailable: boolean;
  readonly thumbnail: Image | null;
};

export type LinkDrafts = { readonly links: readonly LinkDraft[] };

export const draftsOf = (links: readonly VirtualLink[]): LinkDrafts => ({
  links: links.map(({ type, name, url, isAvailable, thumbnail }) => ({ type, name, url, isAvailable, thumbnail })),
});

export const missingTypes = ({ links }: LinkDrafts): LinkType[] =>
  virtualLinkTypes.filter((type) => links.every((link) => link.type !== type));

export const withLink = ({ links }: LinkDrafts, type: LinkType, name: string): LinkDraft[] => [
  ...links,
  { type, name, url: '', isAvailable: true, thumbnail: null },
];

export const withChange = ({ links }: LinkDrafts, type: LinkType, change: Partial<LinkDraft>): LinkDraft[] =>
  links.map((link) => (link.type === type ? { ...link, ...change } : link));

/** Moves a link one place up (-1) or down (1); the links as they are when there is no such place. */
export function withMovedLink({ links }: LinkDrafts, index: number, step: -1 | 1): LinkDraft[] {
  const moved = links[index];
  const place = index + step;
  if (moved === undefined || place < 0 || place >= links.length) return [...links];
  return links.toSpliced(index, 1).toSpliced(place, 0, moved);
}

const requestOf = ({ links }: LinkDrafts) => ({
  links: links.map(({ type, name, url, isAvailable, thumbnail }) => ({
    type,
    name,
    url: url.trim(),
    isAvailable,
    thumbnailId: thumbnail?.id ?? null,
  })),
});

/** What the form of the links must hold; issues are named as in the API's request. */
export const linksSchema = z.preprocess((drafts) => requestOf(drafts as LinkDrafts), replaceVirtualLinksRequest);

export const isSameLinks = (a: LinkDrafts, b: LinkDrafts): boolean =>
  JSON.stringify(requestOf(a)) === JSON.stringify(requestOf(b));
