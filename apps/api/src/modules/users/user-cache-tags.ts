/** Public answers that tell how users are called: to be invalidated when a nickname changes, or somebody withdraws or comes back. */
export const userNamesTag = 'user-names';
