/** The lists of cafés. */
export const cafeListTag = 'cafes';

/** The page of one café. */
export const cafePageTag = (code: string): string => `cafe:${code}`;

/** The region tree: it counts cafés. */
export const regionTreeTag = 'regions';
