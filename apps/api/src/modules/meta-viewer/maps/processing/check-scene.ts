import type { Gltf, GltfPrimitive } from './gltf-json.js';
import { mapLimits } from './map-limits.rules.js';
import { MapRefusal } from './map-refusal.js';

export interface Drawn {
  readonly triangles: number;
  readonly drawCalls: number;
}

/**
 * What the file's nodes draw, each as often as it is shown.
 * @throws MapRefusal where the nodes are no forest, are too many or too deep, name what is not there, or draw too much.
 */
export function drawnOf(gltf: Gltf): Drawn {
  if (gltf.nodes.length > mapLimits.nodes)
    throw new MapRefusal('map.too-many-nodes', `${gltf.nodes.length} nodes; ${mapLimits.nodes} are allowed`);
  checkForest(gltf);
  let [triangles, drawCalls] = [0, 0];
  gltf.nodes.forEach(({ mesh, extensions }, place) => {
    if (mesh === undefined) return;
    const pointer = `/nodes/${place}`;
    const primitives = gltf.meshes[mesh]?.primitives;
    if (primitives === undefined)
      throw new MapRefusal('map.reference-missing', 'A node is of no mesh', `${pointer}/mesh`);
    const times = instancesOf(gltf, extensions?.EXT_mesh_gpu_instancing?.attributes, pointer);
    for (const primitive of primitives) triangles += times * trianglesOf(gltf, primitive, `/meshes/${mesh}`);
    drawCalls += primitives.length;
    if (triangles > mapLimits.triangles)
      throw new MapRefusal('map.too-many-triangles', `More than ${mapLimits.triangles} triangles are drawn`, pointer);
  });
  if (triangles === 0) throw new MapRefusal('map.no-geometry', 'The file shows no triangles');
  return { triangles, drawCalls };
}

/** Each node has one parent at most, and none is below itself: told by going down from those without a parent. */
function checkForest({ nodes }: Gltf): void {
  const parents = new Map<number, number>();
  nodes.forEach(({ children }, parent) => {
    for (const child of children) {
      const pointer = `/nodes/${parent}/children`;
      if (child >= nodes.length)
        throw new MapRefusal('map.reference-missing', 'A node has a child that is not there', pointer);
      if (parents.has(child)) throw new MapRefusal('map.node-cycle', `Node ${child} has several parents`, pointer);
      parents.set(child, parent);
    }
  });
  let level = nodes.flatMap((_, place) => (parents.has(place) ? [] : [place]));
  let [seen, depth] = [0, 0];
  while (level.length > 0) {
    depth += 1;
    if (depth > mapLimits.nodeDepth)
      throw new MapRefusal('map.too-deep', `Nodes are nested more than ${mapLimits.nodeDepth} levels deep`);
    seen += level.length;
    level = level.flatMap((place) => nodes[place]?.children ?? []);
  }
  // Whoever has a parent and is below nobody without one is below itself.
  if (seen < nodes.length) throw new MapRefusal('map.node-cycle', 'A node is below itself', '/nodes');
}

function instancesOf(gltf: Gltf, attributes: Record<string, number> | undefined, pointer: string): number {
  if (attributes === undefined) return 1;
  const [first] = Object.values(attributes);
  return first === undefined ? 1 : countOf(gltf, first, pointer);
}

function trianglesOf(gltf: Gltf, primitive: GltfPrimitive, pointer: string): number {
  const position = primitive.attributes['POSITION'];
  for (const accessor of Object.values(primitive.attributes)) countOf(gltf, accessor, pointer);
  for (const target of primitive.targets)
    for (const accessor of Object.values(target)) countOf(gltf, accessor, pointer);
  const corners = primitive.indices ?? position;
  if (corners === undefined || primitive.mode < 4) return 0;
  const count = countOf(gltf, corners, pointer);
  return primitive.mode === 4 ? Math.floor(count / 3) : Math.max(0, count - 2);
}

function countOf({ accessors }: Gltf, place: number, pointer: string): number {
  const count = accessors[place]?.count;
  if (count === undefined) throw new MapRefusal('map.reference-missing', `There is no accessor ${place}`, pointer);
  return count;
}
