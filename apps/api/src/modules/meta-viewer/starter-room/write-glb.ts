import { type Accessor, Document, type Material, type Primitive, WebIO } from '@gltf-transform/core';
import { ALL_EXTENSIONS, KHRMeshQuantization } from '@gltf-transform/extensions';
import { type Collider, type Solid } from './collider.js';
import { type Batch, type MaterialName, type Scene } from './geometry/scene.js';
import { makeMaterial, metresOf } from './room-materials.js';
import { type Style } from './styles.js';
import { type Texture } from './textures/texture.js';

export interface RoomBudget {
  triangles: number;
  drawCalls: number;
  /** What the textures take on a graphics card, mipmaps included. */
  textureBytes: number;
}

const indexArray = (
  indices: readonly number[],
  vertices: number,
): Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> =>
  vertices <= 0xffff ? new Uint16Array(indices) : new Uint32Array(indices);

const unit = (value: number): number => Math.round(Math.max(-1, Math.min(1, value)) * 127);
const byte = (value: number): number => Math.round(Math.max(0, Math.min(1, value)) * 255);

/** Two bytes a coordinate, one a component of normals and colours (KHR_mesh_quantization): half the file, no difference one sees. */
const primitiveOf = (document: Document, batch: Batch, metres: number | undefined, extent: number): Primitive => {
  const buffer = document.getRoot().listBuffers()[0] ?? document.createBuffer();
  const accessor = (type: 'SCALAR' | 'VEC2' | 'VEC3', array: Parameters<Accessor['setArray']>[0]): Accessor =>
    document.createAccessor().setType(type).setArray(array).setBuffer(buffer);
  const primitive = document
    .createPrimitive()
    .setIndices(accessor('SCALAR', indexArray(batch.indices, batch.positions.length / 3)))
    .setAttribute(
      'POSITION',
      accessor(
        'VEC3',
        Int16Array.from(batch.positions, (at) => Math.round((at / extent) * 32767)),
      ).setNormalized(true),
    )
    .setAttribute('NORMAL', accessor('VEC3', Int8Array.from(batch.normals, unit)).setNormalized(true))
    .setAttribute('COLOR_0', accessor('VEC3', Uint8Array.from(batch.tints, byte)).setNormalized(true));
  if (metres === undefined) return primitive;
  return primitive.setAttribute(
    'TEXCOORD_0',
    accessor(
      'VEC2',
      Float32Array.from(batch.uvs, (value) => value / metres),
    ),
  );
};

/** Metres from the origin to the farthest vertex: coordinates are 16 bits of it (half a millimetre in a room of 30 m), and the node scales them back. */
const extentOf = (batch: Batch): number => batch.positions.reduce((far, at) => Math.max(far, Math.abs(at)), 1);

const io = (): WebIO => new WebIO().registerExtensions(ALL_EXTENSIONS);

const addNode = (document: Document, name: string, primitive: Primitive, scale = 1): void => {
  const scene = document.getRoot().getDefaultScene() ?? document.createScene('room');
  document.getRoot().setDefaultScene(scene);
  scene.addChild(
    document
      .createNode(name)
      .setScale([scale, scale, scale])
      .setMesh(document.createMesh(name).addPrimitive(primitive)),
  );
};

/** Glass is drawn last of all, photographs in the order of their numbers. */
const inOrder = (scene: Scene): [MaterialName, Batch][] =>
  [...scene.batches]
    .filter(([, { indices }]) => indices.length > 0)
    .sort(([a], [b]) => Number(a === 'glass') - Number(b === 'glass'));

export const writeRender = async (
  scene: Scene,
  style: Style,
  photos: readonly Texture[],
): Promise<{ bytes: Uint8Array; budget: RoomBudget }> => {
  const document = new Document();
  document.createBuffer();
  document.createExtension(KHRMeshQuantization).setRequired(true);
  const budget: RoomBudget = { triangles: 0, drawCalls: 0, textureBytes: 0 };
  for (const [name, batch] of inOrder(scene)) {
    const extent = extentOf(batch);
    const { material, textureBytes }: { material: Material; textureBytes: number } = await makeMaterial(
      document,
      name,
      style,
      photos,
    );
    addNode(document, name, primitiveOf(document, batch, metresOf(name, style), extent).setMaterial(material), extent);
    budget.triangles += batch.indices.length / 3;
    budget.drawCalls += 1;
    budget.textureBytes += textureBytes;
  }
  return { bytes: await io().writeBinary(document), budget };
};

const solidPrimitive = (document: Document, solid: Solid): Primitive => {
  const buffer = document.getRoot().listBuffers()[0] ?? document.createBuffer();
  const positions = document
    .createAccessor()
    .setType('VEC3')
    .setArray(new Float32Array(solid.positions))
    .setBuffer(buffer);
  const indices = document
    .createAccessor()
    .setType('SCALAR')
    .setArray(indexArray(solid.indices, solid.positions.length / 3))
    .setBuffer(buffer);
  return document.createPrimitive().setAttribute('POSITION', positions).setIndices(indices);
};

export const writeCollider = async (collider: Collider): Promise<Uint8Array> => {
  const document = new Document();
  document.createBuffer();
  addNode(document, 'Collider', solidPrimitive(document, collider.solid));
  addNode(document, 'OuterCollider', solidPrimitive(document, collider.outer));
  return io().writeBinary(document);
};
