import { BufferAttribute, BufferGeometry, DoubleSide, Line3, Ray, Vector3 } from 'three';
import { MeshBVH } from 'three-mesh-bvh';
import type { Capsule, RayHit, SolidWorld, Stopped } from '../systems/solid-world.js';

/** Triangles in room coordinates, metres: three numbers a corner, three indices a triangle. */
export interface Triangles {
  readonly positions: Float32Array;
  readonly indices: Uint32Array;
}

/** A ray starts this far before its origin's surface counts, so that what one stands in is not met again. */
const nearMetres = 0;

const treeOf = ({ positions, indices }: Triangles): MeshBVH | null => {
  if (indices.length === 0) return null;
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setIndex(new BufferAttribute(indices, 1));
  return new MeshBVH(geometry, { targetLeafSize: 8 });
};

/** What a room's collider map stops, in trees that are asked a few times a step. Holds no graphics memory. */
export class CollisionWorld implements SolidWorld {
  private readonly solid: MeshBVH | null;
  private readonly outer: MeshBVH | null;
  private readonly ray = new Ray();
  private readonly hit: RayHit = { distance: 0, normal: new Vector3() };
  private readonly axis = new Line3();
  private readonly onTriangle = new Vector3();
  private readonly onAxis = new Vector3();
  private readonly away = new Vector3();

  /** `outer` stops people and lets the camera through. */
  constructor(solid: Triangles, outer: Triangles) {
    this.solid = treeOf(solid);
    this.outer = treeOf(outer);
  }

  castRay(origin: Vector3, direction: Vector3, farMetres: number, stopped: Stopped): RayHit | null {
    this.ray.origin.copy(origin);
    this.ray.direction.copy(direction);
    const inSolid = this.castInto(this.solid, farMetres);
    if (stopped === 'camera') return inSolid ? this.hit : null;
    const inOuter = this.castInto(this.outer, inSolid ? this.hit.distance : farMetres);
    return inSolid || inOuter ? this.hit : null;
  }

  pushOut(feet: Vector3, capsule: Capsule, onContact: (normal: Vector3, depthMetres: number) => void): number {
    const inSolid = this.pushOutOf(this.solid, feet, capsule, onContact);
    return Math.max(inSolid, this.pushOutOf(this.outer, feet, capsule, onContact));
  }

  private castInto(tree: MeshBVH | null, farMetres: number): boolean {
    const found = tree?.raycastFirst(this.ray, DoubleSide, nearMetres, farMetres);
    if (!found) return false;
    this.hit.distance = found.distance;
    if (found.face) this.hit.normal.copy(found.face.normal);
    // Colliders are wound either way: what is met faces whoever came.
    if (this.hit.normal.dot(this.ray.direction) > 0) this.hit.normal.negate();
    return true;
  }

  private pushOutOf(
    tree: MeshBVH | null,
    feet: Vector3,
    capsule: Capsule,
    onContact: (normal: Vector3, depthMetres: number) => void,
  ): number {
    const { axis, onTriangle, onAxis, away } = this;
    const { radius } = capsule;
    let deepest = 0;
    tree?.shapecast({
      intersectsBounds: (box) => {
        // Feet move while triangles push: the box is taken about where they are now.
        return (
          box.min.x <= feet.x + radius &&
          box.max.x >= feet.x - radius &&
          box.min.z <= feet.z + radius &&
          box.max.z >= feet.z - radius &&
          box.min.y <= feet.y + capsule.top &&
          box.max.y >= feet.y + capsule.bottom
        );
      },
      intersectsTriangle: (triangle) => {
        axis.start.set(feet.x, feet.y + capsule.bottom + radius, feet.z);
        axis.end.set(feet.x, feet.y + Math.max(capsule.bottom + radius, capsule.top - radius), feet.z);
        const distance = triangle.closestPointToSegment(axis, onTriangle, onAxis);
        if (distance >= radius) return false;
        deepest = Math.max(deepest, radius - distance);
        away.subVectors(onAxis, onTriangle);
        // The axis lies in the triangle: which side is out, nobody knows.
        if (away.lengthSq() < 1e-12) return false;
        onContact(away.normalize(), radius - distance);
        return false;
      },
    });
    return deepest;
  }
}
