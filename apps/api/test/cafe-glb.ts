import { Document, NodeIO } from '@gltf-transform/core';
import { ALL_EXTENSIONS, EXTMeshGPUInstancing, KHRDracoMeshCompression } from '@gltf-transform/extensions';
import draco from 'draco3dgltf';
import sharp from 'sharp';

/** A surface of `side` × `side` squares over `metres` × `metres`, at `height` metres, slightly uneven so that it has something to lose. */
function sheet(document: Document, side: number, metres: number, height: number) {
  const positions: number[] = [];
  const uvs: number[] = [];
  const indices: number[] = [];
  for (let z = 0; z <= side; z += 1) {
    for (let x = 0; x <= side; x += 1) {
      positions.push((x / side - 0.5) * metres, height + Math.sin(x * 0.3) * 0.0005, (z / side - 0.5) * metres);
      uvs.push(x / side, z / side);
      const at = z * (side + 1) + x;
      if (x < side && z < side) indices.push(at, at + side + 1, at + 1, at + 1, at + side + 1, at + side + 2);
    }
  }
  const accessor = (type: 'SCALAR' | 'VEC2' | 'VEC3', array: Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>) =>
    document
      .createAccessor()
      .setType(type)
      .setArray(array)
      .setBuffer(document.getRoot().listBuffers()[0] ?? document.createBuffer());
  return document
    .createPrimitive()
    .setAttribute('POSITION', accessor('VEC3', new Float32Array(positions)))
    .setAttribute('TEXCOORD_0', accessor('VEC2', new Float32Array(uvs)))
    .setIndices(accessor('SCALAR', new Uint32Array(indices)));
}

/**
 * A café as an artist would export it: a floor of 20 m with a texture of 2,600 pixels a side, three instances of a table top of 2 m at
 * 1 m, 5 m apart, and an `OuterCollider` under another name's mesh.
 */
export async function cafeGlb({ isDraco = false, squares = 40 } = {}): Promise<Buffer> {
  const document = new Document();
  const scene = document.createScene();
  // Of one colour alone it would become a colour.
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 };
  const pixels = { create: { width: 2600, height: 2600, channels: 3 as const, background: '#a97', noise } };
  const texture = document
    .createTexture('wood')
    .setImage(new Uint8Array(await sharp(pixels).jpeg().toBuffer()))
    .setMimeType('image/jpeg');
  const material = document.createMaterial('wood').setBaseColorTexture(texture);
  const floor = document.createMesh('floor').addPrimitive(sheet(document, squares, 20, 0).setMaterial(material));
  scene.addChild(document.createNode('floor').setMesh(floor));
  const instancing = document.createExtension(EXTMeshGPUInstancing).setRequired(true);
  const places = document
    .createAccessor()
    .setType('VEC3')
    .setArray(new Float32Array([-5, 0, 0, 0, 0, 0, 5, 0, 0]))
    .setBuffer(document.getRoot().listBuffers()[0] ?? null);
  const instances = instancing.createInstancedMesh().setAttribute('TRANSLATION', places);
  const table = document.createMesh('table').addPrimitive(sheet(document, squares, 2, 1).setMaterial(material));
  scene.addChild(document.createNode('tables').setMesh(table).setExtension('EXT_mesh_gpu_instancing', instances));
  const wall = document.createMesh('wall').addPrimitive(sheet(document, 2, 30, 3));
  scene.addChild(document.createNode('OuterCollider').setMesh(wall));
  if (isDraco) document.createExtension(KHRDracoMeshCompression).setRequired(true);
  const io = new NodeIO().registerExtensions(ALL_EXTENSIONS);
  if (isDraco) io.registerDependencies({ 'draco3d.encoder': await draco.createEncoderModule() });
  return Buffer.from(await io.writeBinary(document));
}
