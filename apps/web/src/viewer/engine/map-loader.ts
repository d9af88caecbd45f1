import {
  BufferAttribute,
  type BufferGeometry,
  Euler,
  Group,
  InstancedMesh,
  InterleavedBufferAttribute,
  Matrix4,
  Mesh,
  type Object3D,
  Quaternion,
  Vector3,
} from 'three';
import { MeshoptDecoder } from 'three/addons/libs/meshopt_decoder.module.js';
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import type { WorldData } from '@virtualcafe/contracts';
import { MapUnreadableError } from '../viewer-errors.js';
import { CollisionWorld, type Triangles } from './collision-world.js';

const outerName = /^OuterCollider/i;

const read = async (bytes: ArrayBuffer, map: 'render' | 'collider'): Promise<Group> => {
  const loader = new GLTFLoader();
  loader.setMeshoptDecoder(MeshoptDecoder);
  try {
    const { scene } = await loader.parseAsync(bytes, '');
    return scene;
  } catch (error) {
    throw new MapUnreadableError(map, { cause: error });
  }
};

const placementOf = (world: WorldData): Matrix4 => {
  const { worldPosition, worldRotation, worldScale } = world;
  const turn = new Quaternion().setFromEuler(new Euler(worldRotation.x, worldRotation.y, worldRotation.z));
  return new Matrix4().compose(
    new Vector3(worldPosition.x, worldPosition.y, worldPosition.z),
    turn,
    new Vector3(worldScale.x, worldScale.y, worldScale.z),
  );
};

/** What is seen of a room, where its world data put it. Nothing in it moves. */
export const loadRenderMap = async (bytes: ArrayBuffer, world: WorldData): Promise<Group> => {
  const root = new Group();
  root.add(await read(bytes, 'render'));
  placeMap(root, world);
  return root;
};

/** Puts a map where the world data say. */
export const placeMap = (root: Group, world: WorldData): void => {
  placementOf(world).decompose(root.position, root.quaternion, root.scale);
  root.updateMatrixWorld(true);
  root.traverse((part) => {
    part.matrixAutoUpdate = false;
    part.matrixWorldAutoUpdate = false;
  });
};

const isOuter = (part: Object3D): boolean =>
  outerName.test(part.name) || (part.parent !== null && isOuter(part.parent));

interface Growing {
  readonly positions: Float32Array[];
  readonly indices: Uint32Array[];
  corners: number;
}

const addGeometry = (to: Growing, geometry: BufferGeometry, matrix: Matrix4): void => {
  const given = geometry.getAttribute('position');
  if (!(given instanceof BufferAttribute || given instanceof InterleavedBufferAttribute)) return;
  const positions = new Float32Array(given.count * 3);
  const corner = new Vector3();
  for (let index = 0; index < given.count; index += 1) {
    corner
      .fromBufferAttribute(given, index)
      .applyMatrix4(matrix)
      .toArray(positions, index * 3);
  }
  const { index } = geometry;
  const indices = new Uint32Array(index?.count ?? given.count);
  for (let at = 0; at < indices.length; at += 1) indices[at] = (index ? index.getX(at) : at) + to.corners;
  to.positions.push(positions);
  to.indices.push(indices);
  to.corners += given.count;
};

const addMesh = (to: Growing, mesh: Mesh): void => {
  if (!(mesh instanceof InstancedMesh)) {
    addGeometry(to, mesh.geometry, mesh.matrixWorld);
    return;
  }
  const matrix = new Matrix4();
  for (let index = 0; index < mesh.count; index += 1) {
    mesh.getMatrixAt(index, matrix);
    addGeometry(to, mesh.geometry, matrix.premultiply(mesh.matrixWorld));
  }
};

const joined = (growing: Growing): Triangles => {
  const positions = new Float32Array(growing.corners * 3);
  const indices = new Uint32Array(growing.indices.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of growing.positions) {
    positions.set(part, at);
    at += part.length;
  }
  at = 0;
  for (const part of growing.indices) {
    indices.set(part, at);
    at += part.length;
  }
  return { positions, indices };
};

/** What is bumped into: every mesh of the map; those named `OuterCollider` let the camera through. */
export const loadCollider = async (bytes: ArrayBuffer, world: WorldData): Promise<CollisionWorld> => {
  const root = await read(bytes, 'collider');
  root.applyMatrix4(placementOf(world));
  root.updateMatrixWorld(true);
  const [solid, outer]: [Growing, Growing] = [
    { positions: [], indices: [], corners: 0 },
    { positions: [], indices: [], corners: 0 },
  ];
  root.traverse((part) => {
    if (part instanceof Mesh) addMesh(isOuter(part) ? outer : solid, part);
  });
  return new CollisionWorld(joined(solid), joined(outer));
};
