import { setTimeout as delay } from 'node:timers/promises';

/** Looks again and again until `look` answers something, and answers that. Whoever waits in vain is ended by the test's own limit. */
export async function until<Found>(look: () => Promise<Found | undefined>, everyMs = 500): Promise<Found> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await delay(everyMs);
  }
}
