import { describe, expect, it } from 'vitest';
import { lookAtGlb, maxMapBytes, refusalOfGlb } from './glb-first-look.js';

const header = (length: number, version = 2): Uint8Array<ArrayBuffer> => {
  const view = new DataView(new ArrayBuffer(12));
  view.setUint32(0, 0x46546c67, true);
  view.setUint32(4, version, true);
  view.setUint32(8, length, true);
  return new Uint8Array(view.buffer);
};
const fileOf = (bytes: Uint8Array<ArrayBuffer>, name = 'room.glb'): File => new File([bytes], name);

describe('lookAtGlb', () => {
  it('takes a whole GLB, whatever its name', async () => {
    expect(await lookAtGlb(fileOf(header(12)))).toBeNull();
    expect(await lookAtGlb(fileOf(header(12), '방'))).toBeNull();
  });

  it.each([
    ['empty', fileOf(new Uint8Array(0))],
    ['gltf', fileOf(new TextEncoder().encode('{"asset":{"version":"2.0"}}'), 'room.gltf')],
    ['type', fileOf(new TextEncoder().encode('Kaydara FBX Binary'), 'room.fbx')],
    ['type', fileOf(header(12).slice(0, 8))],
    ['version', fileOf(header(12, 1))],
    ['cut', fileOf(header(5_000))],
  ])('says that a file is refused as %s', async (refusal, file) => {
    expect(await lookAtGlb(file)).toBe(refusal);
  });

  it('says that a file is too large', () => {
    const size = maxMapBytes + 1;
    expect(refusalOfGlb({ name: 'room.glb', size, header: new DataView(header(size).buffer) })).toBe('size');
  });
});
