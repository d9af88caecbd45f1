/**
 * Held alone by whoever changes the region tree, and shared by whoever writes something made of it (a café's search text), so that
 * the closure, the parents and the texts always tell of one tree.
 */
export const regionTreeLock = 'region-tree';
