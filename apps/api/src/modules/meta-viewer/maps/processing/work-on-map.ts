import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MapProgress } from '@virtualcafe/contracts';
import sharp from 'sharp';
import { budgetOf } from './budget-of.js';
import type { StructureFacts } from './check-structure.js';
import { createIo, readDocument } from './gltf-io.js';
import { makeCollider } from './make-collider.js';
import { makeDesktop, makeMobile } from './make-versions.js';
import type { MadeFile, MapOrder, MapWork } from './map-order.js';
import { validateMap } from './validate-map.js';

/**
 * Makes of a file with a sound structure what visitors get.
 * @throws MapRefusal
 */
export async function workOnMap(
  { type, path, folder }: MapOrder,
  facts: StructureFacts,
  report: (progress: MapProgress) => Promise<void>,
): Promise<MapWork> {
  sharp.concurrency(1);
  sharp.cache(false);
  const bytes = await readFile(path);
  const findings = await validateMap(bytes);
  await report({ stage: 'converting', done: 0.2 });
  const io = await createIo();
  const keep = async (name: string, content: Uint8Array): Promise<MadeFile> => {
    const target = join(folder, name);
    await writeFile(target, content);
    const hash = createHash('sha256').update(content).digest('hex');
    return { path: target, hash, sizeBytes: content.byteLength };
  };
  const original = facts.budget;
  if (type === 'COLLIDER') {
    const collider = await makeCollider(io, await readDocument(io, bytes));
    const made = budgetOf(await readDocument(io, collider));
    const budget = { original, desktop: made, mobile: null };
    return { isDraco: facts.isDraco, report: { findings, budget }, desktop: await keep('collider.glb', collider) };
  }
  const desktop = await makeDesktop(io, await readDocument(io, bytes));
  await report({ stage: 'converting', done: 0.5 });
  const mobile = await makeMobile(io, await readDocument(io, bytes));
  await report({ stage: 'collider', done: 0.8 });
  const collider = await makeCollider(io, await readDocument(io, bytes));
  await report({ stage: 'storing', done: 0.95 });
  return {
    isDraco: facts.isDraco,
    report: { findings, budget: { original, desktop: desktop.budget, mobile: mobile.budget } },
    desktop: await keep('desktop.glb', desktop.bytes),
    mobile: await keep('mobile.glb', mobile.bytes),
    collider: await keep('collider.glb', collider),
  };
}
