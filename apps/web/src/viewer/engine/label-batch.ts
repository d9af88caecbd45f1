import {
  BufferAttribute,
  CustomBlending,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  type Object3D,
  OneFactor,
  OneMinusSrcAlphaFactor,
  ShaderMaterial,
  type Texture,
  Vector2,
} from 'three';
import type { Cell } from './label-sheet.js';

const startCapacity = 32;

// The place in depth is a little nearer than the anchor: a label is not cut by the head or the wall that it belongs to.
const vertexShader = `
attribute vec3 anchor;
attribute vec4 box;
attribute vec4 rect;
attribute float alpha;
uniform vec2 screen;
varying vec2 at;
varying float seen;
void main() {
  at = rect.xy + vec2(position.x, 1.0 - position.y) * rect.zw;
  seen = alpha;
  vec4 eye = viewMatrix * vec4(anchor, 1.0);
  vec4 clip = projectionMatrix * eye;
  eye.z = min(eye.z + 0.4, -0.06);
  vec4 near = projectionMatrix * eye;
  vec2 middle = clip.xy / clip.w + (box.xy + (position.xy - 0.5) * box.zw) * 2.0 / screen;
  gl_Position = clip.w < 0.1 ? vec4(2.0, 2.0, 2.0, 1.0) : vec4(middle, near.z / near.w, 1.0);
}`;

const fragmentShader = `
uniform sampler2D sheet;
varying vec2 at;
varying float seen;
void main() {
  gl_FragColor = texture2D(sheet, at) * seen;
}`;

/** Labels of one sheet, each upright at its place in the room and of a size in pixels: one draw call. */
export class LabelBatch {
  private readonly mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>;
  private readonly screen = new Vector2(1, 1);
  private anchors: InstancedBufferAttribute;
  private boxes: InstancedBufferAttribute;
  private rects: InstancedBufferAttribute;
  private alphas: InstancedBufferAttribute;
  private count = 0;

  constructor(parent: Object3D, sheet: Texture, renderOrder: number) {
    const geometry = new InstancedBufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(new Float32Array([0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0]), 3));
    geometry.setIndex([0, 1, 2, 0, 2, 3]);
    const material = new ShaderMaterial({
      vertexShader,
      fragmentShader,
      uniforms: { sheet: { value: sheet }, screen: { value: this.screen } },
      transparent: true,
      depthWrite: false,
      // Painted with premultiplied alpha.
      blending: CustomBlending,
      blendSrc: OneFactor,
      blendDst: OneMinusSrcAlphaFactor,
    });
    this.mesh = new Mesh(geometry, material);
    this.mesh.frustumCulled = false;
    this.mesh.matrixAutoUpdate = false;
    this.mesh.renderOrder = renderOrder;
    [this.anchors, this.boxes, this.rects, this.alphas] = this.fit(startCapacity);
    parent.add(this.mesh);
  }

  /** Of the canvas, in CSS pixels. */
  begin(width: number, height: number): void {
    this.screen.set(width, height);
    this.count = 0;
  }

  /** Later ones lie over earlier ones. The offset of its middle from the anchor on the screen is in CSS pixels, y up. */
  add(
    cell: Cell,
    x: number,
    y: number,
    z: number,
    offsetX: number,
    offsetY: number,
    scale: number,
    alpha: number,
  ): void {
    if (this.count >= this.alphas.count) this.grow();
    const at = this.count;
    this.anchors.setXYZ(at, x, y, z);
    this.boxes.setXYZW(at, offsetX, offsetY, cell.width * scale, cell.height * scale);
    this.rects.setXYZW(at, cell.u, cell.v, cell.uWidth, cell.vHeight);
    this.alphas.setX(at, alpha);
    this.count += 1;
  }

  end(): void {
    this.mesh.visible = this.count > 0;
    this.mesh.geometry.instanceCount = this.count;
    for (const attribute of [this.anchors, this.boxes, this.rects, this.alphas]) attribute.needsUpdate = this.count > 0;
  }

  setVisible(isVisible: boolean): void {
    this.mesh.visible = isVisible && this.count > 0;
  }

  dispose(): void {
    this.mesh.removeFromParent();
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }

  private grow(): void {
    const before = [this.anchors, this.boxes, this.rects, this.alphas];
    this.mesh.geometry.dispose();
    [this.anchors, this.boxes, this.rects, this.alphas] = this.fit(this.alphas.count * 2);
    [this.anchors, this.boxes, this.rects, this.alphas].forEach((attribute, index) =>
      attribute.array.set(before[index]?.array ?? []),
    );
  }

  private fit(
    capacity: number,
  ): [InstancedBufferAttribute, InstancedBufferAttribute, InstancedBufferAttribute, InstancedBufferAttribute] {
    const make = (name: string, size: number): InstancedBufferAttribute => {
      const attribute = new InstancedBufferAttribute(new Float32Array(capacity * size), size);
      this.mesh.geometry.setAttribute(name, attribute.setUsage(DynamicDrawUsage));
      return attribute;
    };
    return [make('anchor', 3), make('box', 4), make('rect', 4), make('alpha', 1)];
  }
}
