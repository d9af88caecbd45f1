import { DoubleSide, Mesh, MeshBasicMaterial, type Object3D, RingGeometry } from 'three';

const fadeSeconds = 0.35;

/** The ring on the ground where a click sends one. */
export class WalkMarker {
  private readonly mesh: Mesh<RingGeometry, MeshBasicMaterial>;
  private seconds = 0;
  private goneSeconds = fadeSeconds;

  constructor(parent: Object3D) {
    const geometry = new RingGeometry(0.16, 0.21, 40);
    geometry.rotateX(-Math.PI / 2);
    const material = new MeshBasicMaterial({
      color: '#fff6e6',
      transparent: true,
      depthWrite: false,
      side: DoubleSide,
      toneMapped: false,
    });
    this.mesh = new Mesh(geometry, material);
    this.mesh.visible = false;
    parent.add(this.mesh);
  }

  put(x: number, y: number, z: number): void {
    this.mesh.position.set(x, y + 0.02, z);
    this.seconds = 0;
    this.goneSeconds = 0;
  }

  /** `isHeaded`: one is still on the way there. */
  advance(isHeaded: boolean, seconds: number, isStill: boolean): void {
    this.seconds += seconds;
    this.goneSeconds = isHeaded ? 0 : Math.min(fadeSeconds, this.goneSeconds + seconds);
    this.mesh.visible = this.goneSeconds < fadeSeconds;
    this.mesh.scale.setScalar(isStill ? 1 : 1 + 0.12 * Math.sin(this.seconds * 6) + 0.8 * Math.exp(-this.seconds * 9));
    this.mesh.material.opacity = 0.85 * (1 - this.goneSeconds / fadeSeconds);
  }

  dispose(): void {
    this.mesh.removeFromParent();
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}
