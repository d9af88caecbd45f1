import { cafeListTag, cafePageTag } from '../cafes/cafe-cache-tags.js';

/** The page of one room. */
export const viewerPageTag = (code: string): string => `viewer:${code}`;

/** What tells of a room: its page, and its café's, which names the open ones. To be dropped with whatever opens, closes or renames it. */
export const viewerChangeTags = (code: string, cafeCode: string): string[] => [
  viewerPageTag(code),
  cafePageTag(cafeCode),
];

/** What a room's page is made of. It tells its café's name and is hidden with it, and whatever changes either drops the lists of cafés. */
export const viewerPageTags = (code: string): string[] => [viewerPageTag(code), cafeListTag];
