import {
  BufferAttribute,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  type Object3D,
  ShaderMaterial,
} from 'three';

const startCapacity = 64;
/** Metres above the ground: neither hidden by it nor floating. */
const liftMetres = 0.015;

const vertexShader = `
attribute vec4 spot;
attribute float strength;
varying vec2 across;
varying float dark;
void main() {
  across = position.xy;
  dark = strength;
  vec4 at = viewMatrix * vec4(spot.xyz + vec3(position.x, 0.0, -position.y) * spot.w, 1.0);
  gl_Position = projectionMatrix * at;
}`;

const fragmentShader = `
varying vec2 across;
varying float dark;
void main() {
  float away = length(across);
  float soft = 1.0 - smoothstep(0.1, 1.0, away);
  gl_FragColor = vec4(0.13, 0.08, 0.05, soft * dark);
}`;

/** Soft round shadows under people: they stand on the ground instead of floating. One call for all. */
export class BlobShadows {
  private readonly mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>;
  private spots: InstancedBufferAttribute;
  private strengths: InstancedBufferAttribute;
  private count = 0;

  constructor(parent: Object3D) {
    const geometry = new InstancedBufferGeometry();
    const corners = new Float32Array([-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0]);
    geometry.setAttribute('position', new BufferAttribute(corners, 3));
    geometry.setIndex([0, 1, 2, 0, 2, 3]);
    const material = new ShaderMaterial({
      vertexShader,
      fragmentShader,
      transparent: true,
      depthWrite: false,
      polygonOffset: true,
      polygonOffsetFactor: -2,
      polygonOffsetUnits: -2,
    });
    this.mesh = new Mesh(geometry, material);
    this.mesh.frustumCulled = false;
    this.mesh.matrixAutoUpdate = false;
    // Before what is seen through: glass and names.
    this.mesh.renderOrder = -1;
    [this.spots, this.strengths] = this.fit(startCapacity);
    parent.add(this.mesh);
  }

  begin(): void {
    this.count = 0;
  }

  /** A shadow on the ground at `y`, metres; `strength` 0 to 1. */
  add(x: number, y: number, z: number, radius: number, strength: number): void {
    if (this.count >= this.spots.count) this.grow();
    this.spots.setXYZW(this.count, x, y + liftMetres, z, radius);
    this.strengths.setX(this.count, strength);
    this.count += 1;
  }

  end(): void {
    this.mesh.visible = this.count > 0;
    this.mesh.geometry.instanceCount = this.count;
    this.spots.needsUpdate = true;
    this.strengths.needsUpdate = true;
  }

  dispose(): void {
    this.mesh.removeFromParent();
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }

  private grow(): void {
    const [spots, strengths] = [this.spots, this.strengths];
    this.mesh.geometry.dispose();
    [this.spots, this.strengths] = this.fit(spots.count * 2);
    this.spots.array.set(spots.array);
    this.strengths.array.set(strengths.array);
  }

  private fit(capacity: number): [InstancedBufferAttribute, InstancedBufferAttribute] {
    const spots = new InstancedBufferAttribute(new Float32Array(capacity * 4), 4).setUsage(DynamicDrawUsage);
    const strengths = new InstancedBufferAttribute(new Float32Array(capacity), 1).setUsage(DynamicDrawUsage);
    this.mesh.geometry.setAttribute('spot', spots).setAttribute('strength', strengths);
    return [spots, strengths];
  }
}
