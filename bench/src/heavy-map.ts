import { randomFillSync } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

const textures = 32;
const textureSide = 1024;
/** Squares along a side of each patch of floor. */
const squares = 100;
const patchMetres = 4;
const patchesInRow = 8;

/** A map of about 100 MB that is work: 32 patches of floor of 20,000 triangles each, every one with a texture of its own of noise. */
export function heavyMap(): Buffer {
  const parts: Buffer[] = [];
  const bufferViews: { buffer: 0; byteOffset: number; byteLength: number }[] = [];
  let length = 0;
  const add = (bytes: Buffer): number => {
    const padded = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.byteLength % 4)) % 4)]);
    bufferViews.push({ buffer: 0, byteOffset: length, byteLength: bytes.byteLength });
    parts.push(padded);
    length += padded.byteLength;
    return bufferViews.length - 1;
  };
  const accessors: object[] = [];
  const accessor = (fields: object): number => accessors.push(fields) - 1;
  const numbers = Array.from({ length: textures }, (_, number) => number);
  const indices = accessor({
    bufferView: add(gridIndices()),
    componentType: 5125,
    count: squares * squares * 6,
    type: 'SCALAR',
  });
  const count = (squares + 1) ** 2;
  const uvs = accessor({ bufferView: add(gridUvs()), componentType: 5126, count, type: 'VEC2' });
  const meshes = numbers.map((number) => {
    const { bytes, lowest, highest } = patch(number);
    const bounds = { min: [0, lowest, 0], max: [patchMetres, highest, patchMetres] };
    const positions = accessor({ bufferView: add(bytes), componentType: 5126, count, type: 'VEC3', ...bounds });
    return { primitives: [{ attributes: { POSITION: positions, TEXCOORD_0: uvs }, indices, material: number }] };
  });
  const images = numbers.map(() => ({ bufferView: add(noisePng()), mimeType: 'image/png' }));
  const json = {
    asset: { version: '2.0' },
    scene: 0,
    scenes: [{ nodes: numbers }],
    nodes: numbers.map((mesh) => ({
      mesh,
      translation: [(mesh % patchesInRow) * patchMetres, 0, Math.floor(mesh / patchesInRow) * patchMetres],
    })),
    meshes,
    materials: numbers.map((index) => ({ pbrMetallicRoughness: { baseColorTexture: { index } } })),
    textures: numbers.map((source) => ({ source })),
    images,
    accessors,
    bufferViews,
    buffers: [{ byteLength: length }],
  };
  return glb(json, Buffer.concat(parts));
}

function gridIndices(): Buffer {
  const bytes = Buffer.alloc(squares * squares * 6 * 4);
  let at = 0;
  for (let row = 0; row < squares; row += 1)
    for (let column = 0; column < squares; column += 1) {
      const corner = row * (squares + 1) + column;
      const below = corner + squares + 1;
      for (const index of [corner, below, corner + 1, corner + 1, below, below + 1])
        at = bytes.writeUInt32LE(index, at);
    }
  return bytes;
}

function gridUvs(): Buffer {
  const bytes = Buffer.alloc((squares + 1) ** 2 * 8);
  let at = 0;
  for (let row = 0; row <= squares; row += 1)
    for (let column = 0; column <= squares; column += 1)
      for (const share of [column / squares, row / squares]) at = bytes.writeFloatLE(share, at);
  return bytes;
}

/** Waves, so that simplifying has something to weigh; each patch's are its own. */
function patch(number: number): { bytes: Buffer; lowest: number; highest: number } {
  const bytes = Buffer.alloc((squares + 1) ** 2 * 12);
  const step = patchMetres / squares;
  let [lowest, highest, at] = [Infinity, -Infinity, 0];
  for (let row = 0; row <= squares; row += 1)
    for (let column = 0; column <= squares; column += 1) {
      const height = Math.fround(0.05 * Math.sin((column + number) * 0.3) * Math.cos(row * 0.23));
      lowest = Math.min(lowest, height);
      highest = Math.max(highest, height);
      for (const value of [column * step, height, row * step]) at = bytes.writeFloatLE(value, at);
    }
  return { bytes, lowest, highest };
}

/** PNG (ISO/IEC 15948), RGB of 8 bits, which noise keeps from getting smaller. */
function noisePng(): Buffer {
  const lineBytes = 1 + textureSide * 3;
  const lines = randomFillSync(Buffer.alloc(lineBytes * textureSide));
  for (let line = 0; line < textureSide; line += 1) lines[line * lineBytes] = 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(textureSide, 0);
  header.writeUInt32BE(textureSide, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(lines, { level: 0 })),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.byteLength);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** GLB 2.0 (glTF 2.0 specification). */
function glb(json: object, binary: Buffer): Buffer {
  const text = Buffer.from(JSON.stringify(json));
  const jsonChunk = Buffer.concat([text, Buffer.alloc((4 - (text.byteLength % 4)) % 4, ' ')]);
  const header = Buffer.alloc(20);
  header.write('glTF', 'latin1');
  header.writeUInt32LE(2, 4);
  header.writeUInt32LE(header.byteLength + jsonChunk.byteLength + 8 + binary.byteLength, 8);
  header.writeUInt32LE(jsonChunk.byteLength, 12);
  header.write('JSON', 16, 'latin1');
  const binaryHeader = Buffer.alloc(8);
  binaryHeader.writeUInt32LE(binary.byteLength, 0);
  binaryHeader.write('BIN\0', 4, 'latin1');
  return Buffer.concat([header, jsonChunk, binaryHeader, binary]);
}
