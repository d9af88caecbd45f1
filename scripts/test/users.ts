/** Tests that need another user than ourselves are there for root only: nobody else can become one. */
export const isRoot = process.getuid?.() === 0;

/** An ordinary user that every system has. */
export const NOBODY = 65_534;
