import { Vector3 } from 'three';
import { easing, turnBetween } from './angles.js';
import type { SolidWorld } from './solid-world.js';

const nearestMetres = 0;
const farthestMetres = 9;
/** Nearer than this one looks out of one's own eyes. */
export const firstPersonMetres = 0.55;
const lowestPitch = -1.2;
const highestPitch = 1.35;
/** Metres that the camera keeps from what is in its way. */
const clearance = 0.18;
/** Beside the middle ray: what comes near the view's edges draws the camera in before it would jump. */
const feelers = [
  { x: 0.28, y: 0 },
  { x: -0.28, y: 0 },
  { x: 0, y: 0.24 },
  { x: 0, y: -0.2 },
];
/** With so short an arm one would see nothing but the back of a head: the camera rises, up to this much, to look over it. */
const risesBelowMetres = 2.2;
const mostRise = 0.8;
const above = new Vector3(0, 1, 0);
const zoomRate = 9;
const shrinkRate = 18;
const growRate = 3.2;
const followRate = 16;

/** A camera on an arm behind somebody, which shortens before walls. Angles in radians, lengths in metres. */
export class CameraRig {
  readonly position = new Vector3();
  /** Around the vertical: at 0 the camera looks along −z. */
  yaw = 0;
  /** Positive looks down. */
  pitch = 0.32;
  private wished = 3.4;
  private zoom = 3.4;
  private arm = 3.4;
  private readonly pivot = new Vector3();
  private readonly back = new Vector3();
  private readonly from = new Vector3();
  private readonly side = new Vector3();
  private readonly up = new Vector3();
  private rise = 0;
  private isPlaced = false;
  /** Whoever has just come stands before a glass door: the camera stays on their side of it until they have walked in. */
  private isArriving = true;

  /** Metres between the eye and whom it follows. */
  get distance(): number {
    return this.arm;
  }

  get isFirstPerson(): boolean {
    return this.arm < firstPersonMetres;
  }

  turn(yaw: number, pitch: number): void {
    this.yaw += yaw;
    this.pitch = Math.min(highestPitch, Math.max(lowestPitch, this.pitch + pitch));
  }

  /** Longer by this factor; below the first-person distance it is none at all. */
  zoomBy(factor: number): void {
    const longer = Math.max(this.wished, factor > 1 ? firstPersonMetres : nearestMetres) * factor;
    const wished = longer < firstPersonMetres ? nearestMetres : longer;
    this.wished = Math.min(farthestMetres, wished);
  }

  setDistance(metres: number): void {
    this.wished = metres;
  }

  /** Behind whoever looks this way, at once. */
  snapBehind(yaw: number): void {
    this.yaw = yaw;
    this.isPlaced = false;
    this.isArriving = true;
  }

  /** Turns gently behind whoever walks this way; not when they come towards the camera. */
  driftBehind(yaw: number, seconds: number): void {
    const turn = turnBetween(this.yaw, yaw);
    if (Math.abs(turn) < 2.4) this.yaw += turn * easing(0.9, seconds);
  }

  /** Follows the pivot (the head) for a frame. `isEased` false: without any lag. */
  update(pivot: Vector3, solids: SolidWorld, seconds: number, isEased: boolean): void {
    const isFresh = !this.isPlaced || !isEased;
    this.follow(pivot, isFresh ? 1 : easing(followRate, seconds));
    this.isPlaced = true;
    this.zoom += (this.wished - this.zoom) * (isFresh ? 1 : easing(zoomRate, seconds));
    const cos = Math.cos(this.pitch);
    this.back.set(Math.sin(this.yaw) * cos, Math.sin(this.pitch), Math.cos(this.yaw) * cos);
    const free = this.measureFree(solids);
    const target = Math.min(this.zoom, free.soft);
    const rate = target < this.arm ? shrinkRate : growRate;
    this.arm += (target - this.arm) * (isFresh ? 1 : easing(rate, seconds));
    // Easing must never leave the camera behind a wall.
    this.arm = Math.min(this.arm, free.hard, Math.max(this.zoom, this.arm));
    this.position.copy(this.pivot).addScaledVector(this.back, this.arm);
    this.rise += (this.wantedRise(solids) - this.rise) * (isFresh ? 1 : easing(growRate * 2, seconds));
    this.position.y += this.rise;
  }

  private follow(pivot: Vector3, share: number): void {
    // Only the height lags: stairs are smooth, and one never runs ahead of one's own camera.
    if (this.pivot.distanceToSquared(pivot) > 4) share = 1;
    this.pivot.set(pivot.x, this.pivot.y + (pivot.y - this.pivot.y) * share, pivot.z);
  }

  private wantedRise(solids: SolidWorld): number {
    if (this.wished < firstPersonMetres || this.arm >= risesBelowMetres) return 0;
    const wanted = mostRise * (1 - this.arm / risesBelowMetres);
    const hit = solids.castRay(this.position, above, wanted + clearance, 'camera');
    return hit ? Math.max(0, hit.distance - clearance) : wanted;
  }

  private measureFree(solids: SolidWorld): { hard: number; soft: number } {
    const { back, side, up, from, pivot } = this;
    const reach = this.zoom + clearance;
    const stopped = this.isArriving ? 'people' : 'camera';
    const hit = solids.castRay(pivot, back, reach, stopped);
    if (!hit && this.isPlaced) this.isArriving = false;
    const hard = hit ? Math.max(0, hit.distance - clearance) : this.zoom;
    side.set(Math.cos(this.yaw), 0, -Math.sin(this.yaw));
    up.crossVectors(back, side);
    let soft = hard;
    for (const feeler of feelers) {
      from.copy(pivot).addScaledVector(back, this.zoom).addScaledVector(side, feeler.x).addScaledVector(up, feeler.y);
      from.sub(pivot);
      const metres = from.length();
      if (metres < 0.01) continue;
      const felt = solids.castRay(pivot, from.divideScalar(metres), metres, stopped);
      // What lies beside the arm draws it in less, the farther from the pivot it is met.
      if (felt) soft = Math.min(soft, Math.max(0.05, felt.distance - clearance * 0.5));
    }
    return { hard, soft };
  }
}
