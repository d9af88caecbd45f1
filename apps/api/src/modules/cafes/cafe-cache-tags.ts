/** The lists of cafés; also the pages of rooms, which tell their café's name and are hidden with it. */
export const cafeListTag = 'cafes';

/** The page of one café. */
export const cafePageTag = (code: string): string => `cafe:${code}`;

/** The region tree: it counts cafés. */
export const regionTreeTag = 'regions';
