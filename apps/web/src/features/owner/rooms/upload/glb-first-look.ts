/** Why a file is not even sent: the server would refuse it. */
export type GlbRefusal = 'empty' | 'size' | 'gltf' | 'type' | 'version' | 'cut';

export const maxMapBytes = 500 * 1024 * 1024;
/** How much of a file a first look needs. */
export const glbHeaderBytes = 12;

const magic = 0x46_54_6c_67; // "glTF", little-endian

type Looked = { readonly name: string; readonly size: number; readonly header: DataView };

/** A first look at a model: its name, its size and the twelve bytes it begins with. The server looks at all of it. */
export function refusalOfGlb({ name, size, header }: Looked): GlbRefusal | null {
  if (size === 0) return 'empty';
  if (size > maxMapBytes) return 'size';
  // Only its list of parts: the shapes and pictures lie in other files.
  if (/\.gltf$/i.test(name)) return 'gltf';
  if (header.byteLength < glbHeaderBytes || header.getUint32(0, true) !== magic) return 'type';
  if (header.getUint32(4, true) !== 2) return 'version';
  return header.getUint32(8, true) === size ? null : 'cut';
}

export const lookAtGlb = async (file: File): Promise<GlbRefusal | null> =>
  refusalOfGlb({
    name: file.name,
    size: file.size,
    header: new DataView(await file.slice(0, glbHeaderBytes).arrayBuffer()),
  });
