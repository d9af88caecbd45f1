/** A GLB 2.0 file (glTF 2.0 specification, "GLB File Format Specification") of the JSON as it is given, and a binary chunk. */
export function glbOf(json: unknown, binary: Uint8Array = new Uint8Array(0)): Buffer {
  const text = Buffer.from(typeof json === 'string' ? json : JSON.stringify(json));
  const jsonChunk = chunk(0x4e4f534a, padded(text, 0x20));
  const binaryChunk = binary.byteLength === 0 ? Buffer.alloc(0) : chunk(0x004e4942, padded(Buffer.from(binary), 0));
  const header = Buffer.alloc(12);
  header.write('glTF', 'latin1');
  header.writeUInt32LE(2, 4);
  header.writeUInt32LE(12 + jsonChunk.byteLength + binaryChunk.byteLength, 8);
  return Buffer.concat([header, jsonChunk, binaryChunk]);
}

const padded = (bytes: Buffer, filler: number): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((4 - (bytes.byteLength % 4)) % 4, filler)]);

function chunk(type: number, bytes: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(bytes.byteLength, 0);
  head.writeUInt32LE(type, 4);
  return Buffer.concat([head, bytes]);
}

/** The JSON of a model with one triangle of 1 m, in 44 bytes of binary: three positions, then three 16-bit indices. */
export function triangleJson(name = 'floor'): Record<string, unknown> {
  return {
    asset: { version: '2.0' },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ name, mesh: 0 }],
    meshes: [{ name, primitives: [{ attributes: { POSITION: 0 }, indices: 1 }] }],
    accessors: [
      { bufferView: 0, componentType: 5126, count: 3, type: 'VEC3', min: [0, 0, 0], max: [1, 0, 1] },
      { bufferView: 1, componentType: 5123, count: 3, type: 'SCALAR' },
    ],
    bufferViews: [
      { buffer: 0, byteOffset: 0, byteLength: 36 },
      { buffer: 0, byteOffset: 36, byteLength: 6 },
    ],
    buffers: [{ byteLength: 44 }],
  };
}

/** The binary of `triangleJson`. */
export function triangleBinary(): Buffer {
  const bytes = Buffer.alloc(44);
  [0, 0, 0, 1, 0, 0, 0, 0, 1].forEach((value, index) => bytes.writeFloatLE(value, index * 4));
  [0, 2, 1].forEach((value, index) => bytes.writeUInt16LE(value, 36 + index * 2));
  return bytes;
}

/** A whole small model; its `name` makes it one of its own. */
export const triangleGlb = (name?: string): Buffer => glbOf(triangleJson(name), triangleBinary());
