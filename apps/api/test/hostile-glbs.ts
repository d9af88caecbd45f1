import { deflateSync } from 'node:zlib';
import { glbOf, triangleBinary, triangleGlb, triangleJson } from './glb-factory.js';

type Json = ReturnType<typeof triangleJson>;

/** A map that must be refused, and with which finding. */
export interface HostileGlb {
  readonly name: string;
  readonly code: string;
  readonly bytes: Buffer;
}

const changed = (changes: Json, binary = triangleBinary()): Buffer => glbOf({ ...triangleJson(), ...changes }, binary);
const accessorsWith = (first: Json): Json[] => {
  const [position, indices] = triangleJson()['accessors'] as Json[];
  return [{ ...position, ...first }, indices ?? {}];
};

/** A model with one texture, whose bytes stand behind the triangle's. */
function withImage(image: Buffer): Buffer {
  const json = triangleJson();
  return changed(
    {
      bufferViews: [
        ...(json['bufferViews'] as Json[]),
        { buffer: 0, byteOffset: 44, byteLength: image.byteLength },
        { buffer: 0, byteOffset: 0, byteLength: 24 },
      ],
      buffers: [{ byteLength: 44 + image.byteLength }],
      images: [{ bufferView: 2, mimeType: 'image/png' }],
      textures: [{ source: 0 }],
      materials: [{ pbrMetallicRoughness: { baseColorTexture: { index: 0 } } }],
      // Its positions do for where on the texture each corner lies.
      meshes: [{ primitives: [{ attributes: { POSITION: 0, TEXCOORD_0: 2 }, indices: 1, material: 0 }] }],
      accessors: [...(json['accessors'] as Json[]), { bufferView: 3, componentType: 5126, count: 3, type: 'VEC2' }],
    },
    Buffer.concat([triangleBinary(), image]),
  );
}

/** A PNG of few bytes that says how large it is (ISO/IEC 15948); its image data are all one colour, or missing. */
function pngOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const part = (type: string, content: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(content.byteLength);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, content, Buffer.alloc(4)]);
  };
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    part('IHDR', header),
    part('IDAT', deflateSync(Buffer.alloc(1000))),
    part('IEND', Buffer.alloc(0)),
  ]);
}

const lying = (at: number, value: number): Buffer => {
  const bytes = triangleGlb();
  bytes.writeUInt32LE(value, at);
  return bytes;
};

const deepNodes = (depth: number): Json[] =>
  Array.from({ length: depth }, (_, place) => (place === depth - 1 ? { mesh: 0 } : { children: [place + 1] }));

const infinite = (): Buffer => {
  const binary = triangleBinary();
  binary.writeFloatLE(Number.NaN, 4);
  return binary;
};

const meshoptView = {
  buffer: 0,
  byteOffset: 0,
  byteLength: 36,
  extensions: {
    EXT_meshopt_compression: {
      buffer: 0,
      byteOffset: 0,
      byteLength: 44,
      byteStride: 12,
      count: 2e9,
      mode: 'ATTRIBUTES',
    },
  },
};

/** Made when asked for: some are large. */
export const hostileGlbs: readonly (() => HostileGlb)[] = [
  () => ({ name: 'a length that is not the file’s', code: 'map.length-differs', bytes: lying(8, 0xffff_fff0) }),
  () => ({ name: 'a JSON beyond the end', code: 'map.length-differs', bytes: lying(12, 1_000_000) }),
  () => ({ name: 'a JSON of 4 GB', code: 'map.json-too-large', bytes: lying(12, 0xffff_ffff) }),
  () => ({ name: 'cut short', code: 'map.length-differs', bytes: triangleGlb().subarray(0, -20) }),
  () => ({
    name: 'random bytes',
    code: 'map.not-glb',
    bytes: Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251)),
  }),
  () => ({
    name: 'a buffer elsewhere on the web',
    code: 'map.external-uri',
    bytes: changed({ buffers: [{ byteLength: 44, uri: 'http://169.254.169.254/latest/meta-data' }] }),
  }),
  () => ({
    name: 'a buffer from the server’s disk',
    code: 'map.external-uri',
    bytes: changed({ buffers: [{ byteLength: 44, uri: 'file:///etc/passwd' }] }),
  }),
  () => ({
    name: 'a texture in an address',
    code: 'map.external-uri',
    bytes: changed({ images: [{ uri: 'data:image/png;base64,iVBORw0KGgo=' }] }),
  }),
  () => ({
    name: '100,000 nodes',
    code: 'map.too-many-nodes',
    bytes: changed({ nodes: Array.from({ length: 100_000 }, () => ({})) }),
  }),
  () => ({
    name: 'an accessor of 2,000,000,000 elements',
    code: 'map.too-much-data',
    bytes: changed({ accessors: accessorsWith({ count: 2e9 }) }),
  }),
  () => ({
    name: 'an accessor of as many zeros that are not in the file',
    code: 'map.too-much-data',
    bytes: changed({ accessors: accessorsWith({ count: 2e9, bufferView: undefined }) }),
  }),
  () => ({
    name: 'an accessor beyond its view',
    code: 'map.data-beyond-file',
    bytes: changed({ accessors: accessorsWith({ count: 4 }) }),
  }),
  () => ({
    name: 'a compressed view that unpacks to 24 GB',
    code: 'map.data-beyond-file',
    bytes: changed({ bufferViews: [meshoptView, (triangleJson()['bufferViews'] as Json[])[1]] }),
  }),
  () => ({
    name: 'Draco geometry of 500,000,000 points',
    code: 'map.too-much-data',
    bytes: changed({
      accessors: [
        { componentType: 5126, count: 5e8, type: 'VEC3' },
        { componentType: 5125, count: 3, type: 'SCALAR' },
      ],
      extensionsUsed: ['KHR_draco_mesh_compression'],
      extensionsRequired: ['KHR_draco_mesh_compression'],
    }),
  }),
  () => ({
    name: 'nodes in a circle',
    code: 'map.node-cycle',
    bytes: changed({ nodes: [{ mesh: 0 }, { children: [2] }, { children: [1] }] }),
  }),
  () => ({
    name: 'a node that is its own child',
    code: 'map.node-cycle',
    bytes: changed({ nodes: [{ mesh: 0, children: [0] }] }),
  }),
  () => ({
    name: 'a node of two parents',
    code: 'map.node-cycle',
    bytes: changed({ nodes: [{ children: [2] }, { children: [2] }, { mesh: 0 }] }),
  }),
  () => ({ name: 'positions that are no numbers', code: 'map.invalid', bytes: changed({}, infinite()) }),
  () => ({
    name: 'bounds that are no numbers',
    code: 'map.json-unreadable',
    bytes: glbOf(JSON.stringify(triangleJson()).replace('"min":[0,0,0]', '"min":[NaN,0,0]'), triangleBinary()),
  }),
  () => ({
    name: 'a JSON of 6 MB',
    code: 'map.json-too-large',
    bytes: changed({ extras: 'x'.repeat(6_000_000) }),
  }),
  () => ({
    name: 'a texture of 60,000 pixels a side',
    code: 'map.texture-too-large',
    bytes: withImage(pngOf(60_000, 60_000)),
  }),
  () => ({
    name: 'a texture that is no picture',
    code: 'map.texture-type',
    bytes: withImage(Buffer.from('<svg xmlns="…"/>')),
  }),
  () => ({ name: 'a texture cut short', code: 'map.unreadable', bytes: withImage(pngOf(2000, 2000)) }),
  () => ({
    name: 'JSON nested 100,000 deep',
    code: 'map.too-deep',
    bytes: glbOf(
      JSON.stringify(triangleJson()).replace('{', `{"extras":${'['.repeat(1e5)}${']'.repeat(1e5)},`),
      triangleBinary(),
    ),
  }),
  () => ({ name: 'nodes nested 5,000 deep', code: 'map.too-deep', bytes: changed({ nodes: deepNodes(5000) }) }),
  () => ({
    name: '3,000,000 triangles by instances of one',
    code: 'map.too-many-triangles',
    bytes: changed({
      nodes: [{ mesh: 0, extensions: { EXT_mesh_gpu_instancing: { attributes: { TRANSLATION: 2 } } } }],
      accessors: [...(triangleJson()['accessors'] as Json[]), { componentType: 5126, count: 3e6, type: 'VEC3' }],
      extensionsUsed: ['EXT_mesh_gpu_instancing'],
    }),
  }),
  () => ({
    name: 'an extension nobody knows',
    code: 'map.extension-unknown',
    bytes: changed({ extensionsUsed: ['EVIL_code'], extensionsRequired: ['EVIL_code'] }),
  }),
  () => ({ name: 'nothing to see', code: 'map.no-geometry', bytes: changed({ nodes: [{ name: 'empty' }] }) }),
  () => ({ name: 'a mesh that is not there', code: 'map.reference-missing', bytes: changed({ nodes: [{ mesh: 7 }] }) }),
];
