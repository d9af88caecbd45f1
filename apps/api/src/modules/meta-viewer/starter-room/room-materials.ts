import { type Document, type Material, type Texture as GltfTexture } from '@gltf-transform/core';
import {
  EXTTextureWebP,
  KHRMaterialsEmissiveStrength,
  KHRMaterialsUnlit,
  KHRTextureTransform,
} from '@gltf-transform/extensions';
import { colour, shade } from './geometry/colour.js';
import { type MaterialName } from './geometry/scene.js';
import { type Style } from './styles.js';
import { menuBoard } from './textures/menu-board.js';
import { panorama } from './textures/panorama.js';
import { grain, type Surface } from './textures/surfaces.js';
import { paint, type Texture } from './textures/texture.js';

/** Metres that the square of a texture covers, by material: vertex coordinates are metres, glTF wants shares of the image. */
export const metresOf = (material: MaterialName, style: Style): number | undefined => {
  if (material === 'floor') return style.floor.metres;
  if (material === 'wall') return style.wall.metres;
  if (material === 'wood') return grain.metres;
  return material === 'board' || material === 'backdrop' || material.startsWith('photo-') ? 1 : undefined;
};

const square = 512;

const paintSurface = (material: MaterialName, style: Style): Promise<Texture> | undefined => {
  const surface = (of: Surface, side = square): Promise<Texture> => paint(side, side, of.painter);
  switch (material) {
    case 'floor':
      return surface(style.floor);
    case 'wall':
      return surface(style.wall, style.wallFinish === 'bare' ? square : 256);
    case 'wood':
      return surface(grain, 256);
    case 'board':
      return paint(square, 288, menuBoard(...style.board));
    case 'backdrop':
      return paint(2048, 384, panorama(style.view));
    default:
      return undefined;
  }
};

/** What a style is papered with takes most of a room's time and is the same in each of its rooms: kept, some 150 kB a style. */
const painted = new Map<Style, Map<MaterialName, Promise<Texture> | undefined>>();

const surfaceOf = (material: MaterialName, style: Style): Promise<Texture> | undefined => {
  const known = painted.get(style) ?? new Map<MaterialName, Promise<Texture> | undefined>();
  painted.set(style, known);
  if (!known.has(material)) known.set(material, paintSurface(material, style));
  return known.get(material);
};

const textureOf = async (
  material: MaterialName,
  style: Style,
  photos: readonly Texture[],
): Promise<Texture | undefined> =>
  material.startsWith('photo-') ? photos[Number(material.slice('photo-'.length))] : surfaceOf(material, style);

const roughness: Partial<Record<MaterialName, number>> = {
  floor: 0.55,
  wood: 0.62,
  satin: 0.32,
  metal: 0.38,
  leaf: 0.6,
  board: 0.8,
  glass: 0.04,
};

const dress = (document: Document, material: Material, name: MaterialName, style: Style): void => {
  material.setRoughnessFactor(roughness[name] ?? 0.9).setMetallicFactor(name === 'metal' ? 0.85 : 0);
  // Surroundings as a viewer has them light from above: without this a ceiling is the darkest thing in the room.
  if (name === 'ceiling') material.setEmissiveFactor([...shade(colour(style.ceiling), 0.2)]);
  if (name === 'leaf') material.setDoubleSided(true);
  if (name === 'glass') material.setDoubleSided(true).setAlphaMode('BLEND').setBaseColorFactor([0.86, 0.94, 0.96, 0.1]);
  if (name === 'backdrop') {
    material.setExtension('KHR_materials_unlit', document.createExtension(KHRMaterialsUnlit).createUnlit());
  }
  if (name === 'glow') {
    const strength = document.createExtension(KHRMaterialsEmissiveStrength).createEmissiveStrength();
    material.setEmissiveFactor([...colour('#ffdcae')]);
    material.setExtension('KHR_materials_emissive_strength', strength.setEmissiveStrength(1.6));
  }
};

/**
 * A material with its texture, whose coordinates are shares of `uvExtent` (see write-glb), and the bytes that texture takes on a graphics
 * card (RGBA with mipmaps).
 */
export const makeMaterial = async (
  document: Document,
  name: MaterialName,
  style: Style,
  photos: readonly Texture[],
  uvExtent: number,
): Promise<{ material: Material; textureBytes: number }> => {
  const material = document.createMaterial(name);
  dress(document, material, name, style);
  const texture = await textureOf(name, style, photos);
  if (!texture) return { material, textureBytes: 0 };
  if (texture.mimeType === 'image/webp') document.createExtension(EXTTextureWebP).setRequired(true);
  const image: GltfTexture = document
    .createTexture(name)
    .setImage(new Uint8Array(texture.bytes))
    .setMimeType(texture.mimeType);
  material.setBaseColorTexture(image);
  const transform = document.createExtension(KHRTextureTransform).setRequired(true).createTransform();
  material.getBaseColorTextureInfo()?.setExtension('KHR_texture_transform', transform.setScale([uvExtent, uvExtent]));
  return { material, textureBytes: Math.ceil((texture.width * texture.height * 4 * 4) / 3) };
};
