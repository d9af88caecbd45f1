/** A ticket takes a place from when it is issued: as long as it is good. */
export const promiseMs = 60_000;
/** A place (number, position) is kept so long after the connection was lost. */
export const resumeMs = 120_000;
/** A room keeps so many messages. */
export const keptMessages = 200;
/** Whoever a process has not spoken of for so long is not there: it was killed, or nobody can reach it. */
export const leaseMs = 8000;
/** How often a process speaks of those whom it looks after. */
export const beatMs = 1000;

/** Friends stay together: one or two beyond the capacity do no harm, a crowd does. */
export const companionShare = 1.2;
export const fitsCompanion = (taken: number, capacity: number): boolean => taken < capacity * companionShare;
