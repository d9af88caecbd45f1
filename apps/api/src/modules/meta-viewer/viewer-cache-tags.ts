import { cafeListTag } from '../cafes/cafe-cache-tags.js';

/** The page of one room. */
export const viewerPageTag = (code: string): string => `viewer:${code}`;

/** What a room's page is made of. It tells its café's name and is hidden with it, and whatever changes either drops the lists of cafés. */
export const viewerPageTags = (code: string): string[] => [viewerPageTag(code), cafeListTag];
