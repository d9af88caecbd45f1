/** A name for a message of one's own: 96 random bits, in the form the rooms take (`chatNonce`). */
export const messageNonce = (): string => crypto.getRandomValues(new Uint32Array(3)).join('-');
