import type { Document, NodeIO } from '@gltf-transform/core';
import { dedup, meshopt, prune, simplify, textureCompress, weld } from '@gltf-transform/functions';
import type { MapBudget } from '@virtualcafe/contracts';
import { MeshoptEncoder, MeshoptSimplifier } from 'meshoptimizer';
import sharp from 'sharp';
import { budgetOf } from './budget-of.js';
import { textureSides } from './map-limits.rules.js';

export interface MadeVersion {
  readonly bytes: Uint8Array;
  readonly budget: MapBudget;
}

/** As it was made, only smaller: each thing once, packed with meshopt, textures as WebP. */
export async function makeDesktop(io: NodeIO, document: Document): Promise<MadeVersion> {
  await document.transform(
    dedup(),
    prune({ keepLeaves: true, keepExtras: true }),
    weld(),
    textures(textureSides.desktop),
  );
  return pack(io, document);
}

/** For phones: half of the triangles where it does not show, and smaller textures. */
export async function makeMobile(io: NodeIO, document: Document): Promise<MadeVersion> {
  await MeshoptSimplifier.ready;
  await document.transform(
    dedup(),
    prune({ keepLeaves: true, keepExtras: true }),
    weld(),
    // The error is a share of the mesh's size: a millimetre of a chair, a centimetre of a hall.
    simplify({ simplifier: MeshoptSimplifier, ratio: 0.5, error: 0.001 }),
    textures(textureSides.mobile),
  );
  return pack(io, document);
}

const textures = (side: number) =>
  textureCompress({ encoder: sharp, targetFormat: 'webp', resize: [side, side], quality: 82, effort: 40 });

async function pack(io: NodeIO, document: Document): Promise<MadeVersion> {
  await document.transform(meshopt({ encoder: MeshoptEncoder, level: 'medium' }));
  return { bytes: await io.writeBinary(document), budget: budgetOf(document) };
}
