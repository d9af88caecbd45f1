import { randomBytes } from 'node:crypto';

/**
 * Ids for requests: the process's own random part, then a number. They are unique among all processes and sort as they came, at a
 * fraction of the cost of a random id for each.
 */
export function createRequestIds(): () => string {
  const processId = randomBytes(9).toString('base64url');
  let count = 0;
  return () => {
    count += 1;
    return `${processId}-${count.toString(36).padStart(7, '0')}`;
  };
}
