import { Vector3 } from 'three';
import type { Hotspot } from '@virtualcafe/contracts';
import type { People } from '../systems/people.js';
import type { SolidWorld } from '../systems/solid-world.js';
import type { ShownMarker } from './hotspot-markers.js';
import type { Spot } from './pointer-input.js';
import type { Stage } from './stage.js';

/** Fingers are no needles: CSS pixels beyond what is drawn that still count. */
const generosity = 10;
const leastPersonPixels = 18;
const farthestMetres = 120;
const flatUp = 0.643;
const down = new Vector3(0, -1, 0);

export type Picked =
  | { readonly kind: 'hotspot'; readonly hotspot: Hotspot }
  | { readonly kind: 'person'; readonly id: number }
  | { readonly kind: 'ground'; readonly at: Vector3 };

/** Finds what lies under a spot on the canvas. */
export class Picker {
  private readonly from = new Vector3();
  private readonly to = new Vector3();
  private readonly direction = new Vector3();

  constructor(private readonly stage: Stage) {}

  /** The hotspot or person under the spot, the nearer one on the screen first; null for neither. */
  thing(
    spot: Spot,
    markers: readonly ShownMarker[],
    people: People,
    height: number,
    solids: SolidWorld,
  ): Picked | null {
    let found: Picked | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const { hotspot, radius } of markers) {
      const away = this.awayFrom(spot, hotspot.position.x, hotspot.position.y, hotspot.position.z);
      if (away > radius + generosity || away >= least || !this.isSeen(hotspot.position, solids)) continue;
      [found, least] = [{ kind: 'hotspot', hotspot }, away];
    }
    for (const { id, motion } of people.list) {
      if (!motion.isKnown) continue;
      const away = this.awayFromBody(spot, motion, height);
      if (away >= least || !this.isSeen({ x: motion.x, y: motion.y + height * 0.75, z: motion.z }, solids)) continue;
      [found, least] = [{ kind: 'person', id }, away];
    }
    return found;
  }

  /** Where on the ground the spot points: on it, or at the foot of the wall it meets. */
  ground(spot: Spot, solids: SolidWorld, radius: number): Picked | null {
    const { camera, width, height } = this.stage;
    const { direction, from } = this;
    direction.set((spot.x / width) * 2 - 1, 1 - (spot.y / height) * 2, 0.5);
    direction.unproject(camera).sub(camera.position).normalize();
    const hit = solids.castRay(camera.position, direction, farthestMetres, 'camera');
    if (!hit) return null;
    from.copy(camera.position).addScaledVector(direction, hit.distance);
    if (hit.normal.y > flatUp) return { kind: 'ground', at: from.clone() };
    from.addScaledVector(hit.normal, radius * 1.2);
    const beneath = solids.castRay(from, down, farthestMetres, 'people');
    if (!beneath || beneath.normal.y <= flatUp) return null;
    return { kind: 'ground', at: from.clone().addScaledVector(down, beneath.distance) };
  }

  /** CSS pixels from the spot; infinite for what is behind the camera. */
  private awayFrom(spot: Spot, x: number, y: number, z: number): number {
    const seen = this.project(this.from, x, y, z);
    return seen ? Math.hypot(this.from.x - spot.x, this.from.y - spot.y) : Number.POSITIVE_INFINITY;
  }

  /** From the line between feet and head; infinite when it is beside the body. */
  private awayFromBody(spot: Spot, at: { x: number; y: number; z: number }, height: number): number {
    const { from: feet, to: head } = this;
    if (!this.project(feet, at.x, at.y, at.z)) return Number.POSITIVE_INFINITY;
    if (!this.project(head, at.x, at.y + height, at.z)) return Number.POSITIVE_INFINITY;
    const [x, y] = [head.x - feet.x, head.y - feet.y];
    const length = x * x + y * y;
    const share = length === 0 ? 0 : ((spot.x - feet.x) * x + (spot.y - feet.y) * y) / length;
    const along = Math.max(0, Math.min(1, share));
    const away = Math.hypot(feet.x + x * along - spot.x, feet.y + y * along - spot.y);
    return away <= Math.max(leastPersonPixels, Math.sqrt(length) * 0.24) ? away : Number.POSITIVE_INFINITY;
  }

  private project(out: Vector3, x: number, y: number, z: number): boolean {
    const { camera, width, height } = this.stage;
    out.set(x, y, z).project(camera);
    if (out.z > 1 || out.z < -1) return false;
    out.x = ((out.x + 1) / 2) * width;
    out.y = ((1 - out.y) / 2) * height;
    return true;
  }

  private isSeen(at: { x: number; y: number; z: number }, solids: SolidWorld): boolean {
    const { position } = this.stage.camera;
    const { direction } = this;
    direction.set(at.x - position.x, at.y - position.y, at.z - position.z);
    const metres = direction.length();
    if (metres < 0.5) return true;
    // What stands on a counter or hangs on a wall touches it.
    return solids.castRay(position, direction.divideScalar(metres), metres - 0.35, 'camera') === null;
  }
}
