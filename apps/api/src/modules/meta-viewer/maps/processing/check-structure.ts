import type { MapBudget } from '@virtualcafe/contracts';
import type { GlbFile } from './glb-file.js';
import { drawnOf } from './check-scene.js';
import { type Gltf, type GltfAccessor, parseGltf } from './gltf-json.js';
import { imageHeadBytes, type ImageSize, imageSizeOf } from './image-header.js';
import { mapLimits } from './map-limits.rules.js';
import { MapRefusal } from './map-refusal.js';

export interface StructureFacts {
  readonly isDraco: boolean;
  readonly budget: MapBudget;
}

/** What the extensions are that the versions for visitors can be made from. */
const knownExtensions: ReadonlySet<string> = new Set([
  'EXT_mesh_gpu_instancing',
  'EXT_meshopt_compression',
  'EXT_texture_webp',
  'KHR_draco_mesh_compression',
  'KHR_lights_punctual',
  'KHR_materials_anisotropy',
  'KHR_materials_clearcoat',
  'KHR_materials_diffuse_transmission',
  'KHR_materials_dispersion',
  'KHR_materials_emissive_strength',
  'KHR_materials_ior',
  'KHR_materials_iridescence',
  'KHR_materials_pbrSpecularGlossiness',
  'KHR_materials_sheen',
  'KHR_materials_specular',
  'KHR_materials_transmission',
  'KHR_materials_unlit',
  'KHR_materials_variants',
  'KHR_materials_volume',
  'KHR_mesh_quantization',
  'KHR_texture_transform',
]);

/**
 * Checks what a file says against what it has and what is allowed, in time and memory that do not depend on what it says. After this,
 * parsers may read it.
 * @throws MapRefusal
 */
export async function checkStructure(glb: GlbFile): Promise<StructureFacts> {
  const gltf = parseGltf(glb.json);
  const unknown = gltf.extensionsRequired.find((name) => !knownExtensions.has(name));
  if (unknown !== undefined)
    throw new MapRefusal('map.extension-unknown', `The file needs ${unknown.slice(0, 100)}, which is not supported`);
  checkBuffers(gltf, glb.binaryBytes);
  checkAccessors(gltf);
  const drawn = drawnOf(gltf);
  const sizes = await checkImages(gltf, glb);
  return {
    isDraco: gltf.extensionsUsed.includes('KHR_draco_mesh_compression'),
    budget: {
      ...drawn,
      textures: sizes.length,
      textureBytes: sizes.reduce((sum, size) => sum + textureBytesOf(size), 0),
      nodes: gltf.nodes.length,
      materials: gltf.materials.length,
    },
  };
}

/** In a graphics card's memory: four bytes a pixel, and mipmaps, which add a third. */
export const textureBytesOf = ({ width, height }: ImageSize): number => Math.ceil((width * height * 4 * 4) / 3);

function checkBuffers({ buffers, bufferViews }: Gltf, binaryBytes: number): void {
  buffers.forEach(({ uri, byteLength, extensions }, place) => {
    const pointer = `/buffers/${place}`;
    if (uri !== undefined)
      throw new MapRefusal('map.external-uri', 'A buffer lies outside of the file', `${pointer}/uri`);
    // A buffer that only says how much compressed views unpack to has no bytes of its own.
    if (place > 0 && extensions !== undefined) return;
    if (place > 0 || byteLength > binaryBytes)
      throw new MapRefusal('map.data-beyond-file', `A buffer of ${byteLength} bytes is not in the file`, pointer);
  });
  bufferViews.forEach((view, place) => {
    const pointer = `/bufferViews/${place}`;
    const packed = view.extensions?.EXT_meshopt_compression ?? view.extensions?.KHR_meshopt_compression;
    checkView(buffers, packed ?? view, pointer);
    if (packed !== undefined && packed.count * packed.byteStride > view.byteLength)
      throw new MapRefusal('map.data-beyond-file', 'A compressed view unpacks to more than it says', pointer);
  });
}

function checkView(
  buffers: Gltf['buffers'],
  { buffer, byteOffset, byteLength }: { buffer: number; byteOffset: number; byteLength: number },
  pointer: string,
): void {
  const available = buffers[buffer]?.byteLength;
  if (available === undefined) throw new MapRefusal('map.reference-missing', 'A view is of no buffer', pointer);
  if (byteOffset + byteLength > available)
    throw new MapRefusal('map.data-beyond-file', 'A view goes beyond the end of its buffer', pointer);
}

const componentBytes: Readonly<Record<number, number>> = { 5120: 1, 5121: 1, 5122: 2, 5123: 2, 5125: 4, 5126: 4 };
const components: Readonly<Record<string, number>> = {
  SCALAR: 1,
  VEC2: 2,
  VEC3: 3,
  VEC4: 4,
  MAT2: 4,
  MAT3: 9,
  MAT4: 16,
};

function checkAccessors({ accessors, bufferViews }: Gltf): void {
  let unpackedBytes = 0;
  accessors.forEach((accessor, place) => {
    const pointer = `/accessors/${place}`;
    const elementBytes = elementBytesOf(accessor, pointer);
    // In memory each is an array of its own, of floats in the worst case.
    unpackedBytes += accessor.count * Math.max(elementBytes, 4);
    if (unpackedBytes > mapLimits.unpackedBytes)
      throw new MapRefusal('map.too-much-data', 'The geometry unpacks to more than is allowed', pointer);
    if (accessor.bufferView === undefined) return;
    const view = bufferViews[accessor.bufferView];
    if (view === undefined) throw new MapRefusal('map.reference-missing', 'An accessor is of no view', pointer);
    const lastStart = accessor.byteOffset + Math.max(0, accessor.count - 1) * (view.byteStride ?? elementBytes);
    if (accessor.count > 0 && lastStart + elementBytes > view.byteLength)
      throw new MapRefusal(
        'map.data-beyond-file',
        `${accessor.count} elements go beyond the end of their view`,
        pointer,
      );
  });
}

function elementBytesOf({ componentType, type, sparse, count }: GltfAccessor, pointer: string): number {
  const bytes = (componentBytes[componentType] ?? 0) * (components[type] ?? 0);
  if (bytes === 0) throw new MapRefusal('map.json-unreadable', 'An accessor is of no kind that there is', pointer);
  if (sparse !== undefined && sparse.count > count)
    throw new MapRefusal('map.json-unreadable', 'A sparse accessor changes more elements than it has', pointer);
  return bytes;
}

async function checkImages({ images, bufferViews }: Gltf, glb: GlbFile): Promise<ImageSize[]> {
  if (images.length > mapLimits.textures)
    throw new MapRefusal('map.too-many-textures', `${images.length} textures; ${mapLimits.textures} are allowed`);
  const sizes: ImageSize[] = [];
  for (const [place, { uri, bufferView }] of images.entries()) {
    const pointer = `/images/${place}`;
    if (uri !== undefined)
      throw new MapRefusal('map.external-uri', 'A texture lies outside of the file', `${pointer}/uri`);
    const view = bufferView === undefined ? undefined : bufferViews[bufferView];
    if (view === undefined) throw new MapRefusal('map.reference-missing', 'A texture is of no view', pointer);
    const head = await glb.read(glb.binaryStart + view.byteOffset, Math.min(view.byteLength, imageHeadBytes));
    sizes.push(checkedSize(imageSizeOf(head), pointer));
  }
  return sizes;
}

function checkedSize(size: ReturnType<typeof imageSizeOf>, pointer: string): ImageSize {
  if (size === 'unknown') throw new MapRefusal('map.texture-type', 'A texture is neither PNG, JPEG nor WebP', pointer);
  if (size === 'unreadable' || size.width === 0 || size.height === 0)
    throw new MapRefusal('map.texture-unreadable', 'A texture is damaged or cut short', pointer);
  if (Math.max(size.width, size.height) > mapLimits.textureSide)
    throw new MapRefusal(
      'map.texture-too-large',
      `A texture of ${size.width} × ${size.height} pixels; ${mapLimits.textureSide} a side are allowed`,
      pointer,
    );
  return size;
}
