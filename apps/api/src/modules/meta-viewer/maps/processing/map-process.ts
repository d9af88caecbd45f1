import { open, writeFile } from 'node:fs/promises';
import type { MapProgress } from '@virtualcafe/contracts';
import { checkStructure } from './check-structure.js';
import { readGlb } from './glb-file.js';
import type { MapMessage, MapOrder, MapWork } from './map-order.js';
import { MapRefusal } from './map-refusal.js';

// A process of its own for one strangers' file: whatever it does to memory, time or the process itself, the server goes on.

process.once('message', (order: MapOrder) => {
  void perform(order).then(
    () => process.disconnect(),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));

async function perform(order: MapOrder): Promise<void> {
  await offerItself();
  try {
    await send({ kind: 'done', work: await work(order) });
  } catch (error) {
    if (error instanceof MapRefusal) await send({ kind: 'refused', findings: error.findings });
    // A disk that is full or a file that is gone says nothing of the map: it is tried again.
    else if (typeof (error as NodeJS.ErrnoException).errno === 'number') throw error;
    else await send({ kind: 'refused', findings: new MapRefusal('map.unreadable', unreadable(error)).findings });
  }
}

const unreadable = (error: unknown): string =>
  `The file cannot be read: ${(error instanceof Error ? error.message : String(error)).slice(0, 300)}`;

async function work(order: MapOrder): Promise<MapWork> {
  await report({ stage: 'checking', done: 0.02 });
  const facts = await checkFile(order.path);
  // The heavy libraries are not loaded for what is refused without them.
  const { workOnMap } = await import('./work-on-map.js');
  return workOnMap(order, facts, report);
}

async function checkFile(path: string): ReturnType<typeof checkStructure> {
  const file = await open(path, 'r');
  try {
    return await checkStructure(await readGlb(file));
  } finally {
    await file.close();
  }
}

/** To be the first to go when the machine's memory runs out. */
async function offerItself(): Promise<void> {
  if (process.platform === 'linux') await writeFile('/proc/self/oom_score_adj', '1000');
}

const report = (progress: MapProgress): Promise<void> => send({ kind: 'progress', progress });

const send = (message: MapMessage): Promise<void> =>
  new Promise((resolve, reject) => {
    process.send?.(message, (error: Error | null) => (error === null ? resolve() : reject(error)));
  });
