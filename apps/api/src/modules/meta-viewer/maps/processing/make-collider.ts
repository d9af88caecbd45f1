import {
  type Accessor,
  Document,
  type mat4,
  type Node,
  type NodeIO,
  type Primitive,
  type vec3,
} from '@gltf-transform/core';
import {
  compactPrimitive,
  convertPrimitiveToTriangles,
  dequantize,
  uninstance,
  weldPrimitive,
} from '@gltf-transform/functions';
import { MeshoptSimplifier } from 'meshoptimizer';
import { colliderTriangles } from './map-limits.rules.js';
import { MapRefusal } from './map-refusal.js';

/** A mesh of this name blocks people, and the camera passes through it. */
const outerName = /^OuterCollider/i;
/** How far a simplified surface may lie from the one it was, in metres. */
const largestErrorMetres = 0.02;

interface Solid {
  positions: number[];
  indices: number[];
}

/**
 * What people bump into, made of what a document shows: triangles in the room's own space, without materials, positions as plain floats;
 * the meshes `Collider` and `OuterCollider`. Skinned meshes move and are left out.
 * @throws MapRefusal where nothing solid is left.
 */
export async function makeCollider(io: NodeIO, source: Document): Promise<Uint8Array> {
  await MeshoptSimplifier.ready;
  await source.transform(uninstance(), dequantize());
  const solids = { Collider: emptySolid(), OuterCollider: emptySolid() };
  for (const node of source.getRoot().listNodes()) {
    if (node.getMesh() !== null && node.getSkin() === null)
      addNode(solids[isOuter(node) ? 'OuterCollider' : 'Collider'], node);
  }
  const collider = new Document();
  const scene = collider.createScene();
  collider.getRoot().setDefaultScene(scene);
  collider.createBuffer();
  for (const [name, solid] of Object.entries(solids)) {
    if (solid.indices.length === 0) continue;
    const primitive = simplified(weldedPrimitive(collider, solid));
    scene.addChild(collider.createNode(name).setMesh(collider.createMesh(name).addPrimitive(primitive)));
  }
  if (scene.listChildren().length === 0) throw new MapRefusal('map.no-geometry', 'The file has nothing solid in it');
  return io.writeBinary(collider);
}

const emptySolid = (): Solid => ({ positions: [], indices: [] });

/** Named so itself, or below somebody who is. */
function isOuter(node: Node): boolean {
  if (outerName.test(node.getMesh()?.getName() ?? '')) return true;
  for (let each: Node | null = node; each !== null; each = each.getParentNode())
    if (outerName.test(each.getName())) return true;
  return false;
}

function addNode(solid: Solid, node: Node): void {
  const matrix = node.getWorldMatrix();
  for (const primitive of node.getMesh()?.listPrimitives() ?? []) addPrimitive(solid, primitive, matrix);
}

function addPrimitive(solid: Solid, primitive: Primitive, matrix: mat4): void {
  const position = primitive.getAttribute('POSITION');
  if (position === null || primitive.getMode() < 4) return;
  if (primitive.getMode() > 4) convertPrimitiveToTriangles(primitive);
  const first = solid.positions.length / 3;
  addPoints(solid, position, matrix);
  const indices = primitive.getIndices();
  const corners = indices?.getArray() ?? Array.from({ length: position.getCount() }, (_, place) => place);
  // A mirrored node turns its triangles inside out.
  const order = determinantOf(matrix) < 0 ? [0, 2, 1] : [0, 1, 2];
  for (let place = 0; place + 2 < corners.length; place += 3) {
    for (const corner of order) solid.indices.push(first + (corners[place + corner] ?? 0));
  }
}

function addPoints(solid: Solid, position: Accessor, matrix: mat4): void {
  const point: vec3 = [0, 0, 0];
  for (let place = 0; place < position.getCount(); place += 1) {
    position.getElement(place, point);
    for (const value of moved(point, matrix)) solid.positions.push(value);
  }
}

/** Column-major, as glTF has it. */
const moved = ([x, y, z]: vec3, m: mat4): vec3 => [
  m[0] * x + m[4] * y + m[8] * z + m[12],
  m[1] * x + m[5] * y + m[9] * z + m[13],
  m[2] * x + m[6] * y + m[10] * z + m[14],
];

const determinantOf = (m: mat4): number =>
  m[0] * (m[5] * m[10] - m[6] * m[9]) - m[4] * (m[1] * m[10] - m[2] * m[9]) + m[8] * (m[1] * m[6] - m[2] * m[5]);

function weldedPrimitive(document: Document, { positions, indices }: Solid): Primitive {
  const accessor = (type: 'SCALAR' | 'VEC3', array: Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>): Accessor =>
    document
      .createAccessor()
      .setType(type)
      .setArray(array)
      .setBuffer(document.getRoot().listBuffers()[0] ?? null);
  const primitive = document
    .createPrimitive()
    .setAttribute('POSITION', accessor('VEC3', new Float32Array(positions)))
    .setIndices(accessor('SCALAR', new Uint32Array(indices)));
  weldPrimitive(primitive);
  return primitive;
}

function simplified(primitive: Primitive): Primitive {
  const [indices, position] = [primitive.getIndices(), primitive.getAttribute('POSITION')];
  const [corners, points] = [indices?.getArray(), position?.getArray()];
  if (!corners || !points) return primitive;
  const goal = Math.min(colliderTriangles, Math.ceil(corners.length / 6)) * 3;
  const [fewer] = MeshoptSimplifier.simplify(
    new Uint32Array(corners),
    new Float32Array(points),
    3,
    goal,
    largestErrorMetres,
    ['ErrorAbsolute'],
  );
  indices?.setArray(new Uint32Array(fewer));
  return compactPrimitive(primitive);
}
