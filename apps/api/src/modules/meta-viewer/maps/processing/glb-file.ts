import { type FileHandle } from 'node:fs/promises';
import { mapLimits } from './map-limits.rules.js';
import { MapRefusal } from './map-refusal.js';

/** A GLB file as its container says: the JSON, and where the bytes of its buffer lie. */
export interface GlbFile {
  readonly json: Record<string, unknown>;
  /** Both 0 where there is no binary chunk. */
  readonly binaryStart: number;
  readonly binaryBytes: number;
  read(start: number, length: number): Promise<Buffer>;
}

const magic = 0x46546c67;
const jsonType = 0x4e4f534a;
const binaryType = 0x004e4942;

/**
 * Reads the container (glTF 2.0 specification, "GLB File Format Specification") without believing any length in it; of the content only
 * the JSON.
 * @throws MapRefusal
 */
export async function readGlb(file: FileHandle): Promise<GlbFile> {
  const { size } = await file.stat();
  const read = async (start: number, length: number): Promise<Buffer> => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
    return buffer.subarray(0, bytesRead);
  };
  const header = await read(0, 20);
  if (header.byteLength < 20 || header.readUInt32LE(0) !== magic || header.readUInt32LE(4) !== 2)
    throw new MapRefusal('map.not-glb', 'This is not a binary glTF 2.0 file (.glb)');
  if (header.readUInt32LE(8) !== size)
    throw new MapRefusal(
      'map.length-differs',
      `The file says that it has ${header.readUInt32LE(8)} bytes, and has ${size}: it is cut short or damaged`,
    );
  const jsonBytes = header.readUInt32LE(12);
  if (header.readUInt32LE(16) !== jsonType)
    throw new MapRefusal('map.not-glb', 'The file does not begin with its JSON');
  if (jsonBytes > mapLimits.jsonBytes)
    throw new MapRefusal('map.json-too-large', `The JSON has ${jsonBytes} bytes; ${mapLimits.jsonBytes} are allowed`);
  if (20 + jsonBytes > size) throw new MapRefusal('map.length-differs', 'The JSON goes beyond the end of the file');
  const json = parseJson(await read(20, jsonBytes));
  return { json, read, ...(await findBinary(read, 20 + jsonBytes, size)) };
}

async function findBinary(
  read: GlbFile['read'],
  start: number,
  size: number,
): Promise<Pick<GlbFile, 'binaryStart' | 'binaryBytes'>> {
  if (start === size) return { binaryStart: 0, binaryBytes: 0 };
  const head = await read(start, 8);
  if (head.byteLength < 8 || head.readUInt32LE(4) !== binaryType)
    throw new MapRefusal('map.not-glb', 'After the JSON comes something else than the binary chunk');
  const binaryBytes = head.readUInt32LE(0);
  if (start + 8 + binaryBytes > size)
    throw new MapRefusal('map.length-differs', 'The binary chunk goes beyond the end of the file');
  return { binaryStart: start + 8, binaryBytes };
}

function parseJson(bytes: Buffer): Record<string, unknown> {
  if (depthOf(bytes) > mapLimits.jsonDepth)
    throw new MapRefusal('map.too-deep', `The JSON is nested more than ${mapLimits.jsonDepth} levels deep`);
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new MapRefusal('map.json-unreadable', `The JSON cannot be read: ${(error as Error).message.slice(0, 200)}`);
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new MapRefusal('map.json-unreadable', 'The JSON is not an object');
  return json as Record<string, unknown>;
}

const [quote, backslash] = [0x22, 0x5c];
const openers = new Set([0x5b, 0x7b]);
const closers = new Set([0x5d, 0x7d]);

/** How deep brackets are nested, told without a parser that would go down with them. */
function depthOf(bytes: Buffer): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === quote) at = endOfText(bytes, at);
    else if (openers.has(byte)) deepest = Math.max(deepest, (depth += 1));
    else if (closers.has(byte)) depth -= 1;
  }
  return deepest;
}

function endOfText(bytes: Buffer, start: number): number {
  let at = start + 1;
  while (at < bytes.length && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1;
  return at;
}
