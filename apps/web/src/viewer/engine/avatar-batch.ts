import {
  Color,
  DataTexture,
  DynamicDrawUsage,
  FloatType,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  MeshStandardMaterial,
  NearestFilter,
  type Object3D,
  RGBAFormat,
} from 'three';
import type { Avatar } from '@virtualcafe/contracts';
import { type Look, looks, makeLook } from './avatar-looks.js';
import { boneCount, floatsPerBody, texelsPerBone } from './avatar-skeleton.js';
import type { Detail } from './body-builder.js';

const startCapacity = 64;
const details: readonly Detail[] = ['near', 'far'];

/** All bodies of one look and detail: drawn in one call. */
interface Batch {
  readonly mesh: Mesh<InstancedBufferGeometry, MeshStandardMaterial>;
  rows: InstancedBufferAttribute;
  tints: InstancedBufferAttribute;
  count: number;
}

/**
 * Draws any number of bodies in at most two calls for each look. The parts' matrices are in one texture, a row for each body; who is to be
 * seen is written anew each frame.
 */
export class AvatarBatch {
  private readonly batches = new Map<string, Batch>();
  private readonly material: MeshStandardMaterial;
  private readonly uniform: { value: DataTexture };
  private capacity = startCapacity;
  private readonly color = new Color();

  constructor(private readonly parent: Object3D) {
    this.uniform = { value: makeTexture(this.capacity) };
    this.material = new MeshStandardMaterial({ vertexColors: true, roughness: 0.78, metalness: 0 });
    this.material.onBeforeCompile = (shader) => {
      shader.uniforms['bodies'] = this.uniform;
      shader.vertexShader = withBones(shader.vertexShader);
      shader.fragmentShader = withFading(shader.fragmentShader);
    };
  }

  /** How many rows of matrices there are; `reserve` makes more. */
  reserve(rows: number): void {
    if (rows <= this.capacity) return;
    while (this.capacity < rows) this.capacity *= 2;
    const before = this.uniform.value;
    this.uniform.value = makeTexture(this.capacity);
    this.data.set(before.image.data as Float32Array);
    before.dispose();
    for (const batch of this.batches.values()) this.fit(batch);
  }

  /** Where `AvatarSkeleton.write` puts a row's matrices, at `offsetOf(row)`. */
  get data(): Float32Array {
    return this.uniform.value.image.data as Float32Array;
  }

  offsetOf(row: number): number {
    return row * floatsPerBody;
  }

  begin(): void {
    for (const batch of this.batches.values()) batch.count = 0;
  }

  /** Shows the body of this row in this frame, with the share `solidity` (0 to 1) of its pixels. `color` as in contracts: #rrggbb. */
  show(row: number, avatar: Avatar, detail: Detail, solidity: number): void {
    const batch = this.batchOf(avatar.look, detail);
    const at = batch.count;
    batch.count += 1;
    batch.rows.setX(at, row);
    this.color.set(avatar.color);
    batch.tints.setXYZW(at, this.color.r, this.color.g, this.color.b, solidity);
  }

  end(): void {
    this.uniform.value.needsUpdate = true;
    for (const { mesh, rows, tints, count } of this.batches.values()) {
      mesh.visible = count > 0;
      mesh.geometry.instanceCount = count;
      rows.needsUpdate = count > 0;
      tints.needsUpdate = count > 0;
    }
  }

  /** The graphics card's memory is gone: the matrices go up again with the next frame. */
  forget(): void {
    this.uniform.value.dispose();
  }

  dispose(): void {
    for (const { mesh } of this.batches.values()) {
      mesh.removeFromParent();
      mesh.geometry.dispose();
    }
    this.batches.clear();
    this.material.dispose();
    this.uniform.value.dispose();
  }

  /** Makes all looks' shapes ahead of time: the first bear to come in should not make anybody wait. */
  warm(): void {
    for (const look of looks) for (const detail of details) this.batchOf(look, detail);
  }

  private batchOf(look: Look, detail: Detail): Batch {
    const key = `${look}.${detail}`;
    const known = this.batches.get(key);
    if (known) return known;
    const shape = makeLook(look, detail);
    const geometry = new InstancedBufferGeometry();
    geometry.setIndex(shape.getIndex());
    for (const name of ['position', 'normal', 'color', 'mark']) geometry.setAttribute(name, shape.getAttribute(name));
    const mesh = new Mesh(geometry, this.material);
    // Bodies are where their matrices say: who is out of sight is left out by whoever shows them.
    mesh.frustumCulled = false;
    mesh.matrixAutoUpdate = false;
    mesh.visible = false;
    const batch: Batch = { mesh, rows: emptyAttribute(1), tints: emptyAttribute(4), count: 0 };
    this.fit(batch);
    this.parent.add(mesh);
    this.batches.set(key, batch);
    return batch;
  }

  private fit(batch: Batch): void {
    // Attributes of another length need a new set on the card; the old one goes with the geometry's `dispose`.
    batch.mesh.geometry.dispose();
    batch.rows = new InstancedBufferAttribute(new Float32Array(this.capacity), 1).setUsage(DynamicDrawUsage);
    batch.tints = new InstancedBufferAttribute(new Float32Array(this.capacity * 4), 4).setUsage(DynamicDrawUsage);
    batch.mesh.geometry.setAttribute('row', batch.rows);
    batch.mesh.geometry.setAttribute('tint', batch.tints);
  }
}

const emptyAttribute = (size: number): InstancedBufferAttribute =>
  new InstancedBufferAttribute(new Float32Array(size), size);

const makeTexture = (rows: number): DataTexture => {
  const width = boneCount * texelsPerBone;
  const texture = new DataTexture(new Float32Array(rows * floatsPerBody), width, rows, RGBAFormat, FloatType);
  texture.minFilter = NearestFilter;
  texture.magFilter = NearestFilter;
  texture.generateMipmaps = false;
  texture.needsUpdate = true;
  return texture;
};

const withBones = (shader: string): string =>
  shader
    .replace(
      '#include <common>',
      `#include <common>
      attribute vec2 mark;
      attribute float row;
      attribute vec4 tint;
      varying float solidity;
      uniform highp sampler2D bodies;
      mat4 boneMatrix() {
        int column = int(mark.x + 0.5) * ${texelsPerBone};
        int line = int(row + 0.5);
        vec4 x = texelFetch(bodies, ivec2(column, line), 0);
        vec4 y = texelFetch(bodies, ivec2(column + 1, line), 0);
        vec4 z = texelFetch(bodies, ivec2(column + 2, line), 0);
        return transpose(mat4(x, y, z, vec4(0.0, 0.0, 0.0, 1.0)));
      }`,
    )
    .replace(
      '#include <color_vertex>',
      `#include <color_vertex>\nvColor.rgb *= mix(vec3(1.0), tint.rgb, mark.y);\nsolidity = tint.a;`,
    )
    .replace(
      '#include <beginnormal_vertex>',
      `mat4 bone = boneMatrix();
      vec3 objectNormal = normalize(mat3(bone) * normal + vec3(0.0, 1e-6, 0.0));`,
    )
    .replace('#include <begin_vertex>', 'vec3 transformed = (bone * vec4(position, 1.0)).xyz;');

/** Leaves pixels out in the even pattern of an ordered dither (Bayer 1973, 4 × 4): what is see-through needs no sorting. */
const withFading = (shader: string): string =>
  shader
    .replace(
      '#include <common>',
      `#include <common>
      varying float solidity;
      float dither2(vec2 at) {
        at = floor(at);
        return fract(at.x / 2.0 + at.y * at.y * 0.75);
      }`,
    )
    .replace(
      '#include <clipping_planes_fragment>',
      `#include <clipping_planes_fragment>
      if (solidity < 1.0 && solidity < dither2(gl_FragCoord.xy * 0.5) * 0.25 + dither2(gl_FragCoord.xy) + 0.03) discard;`,
    );
