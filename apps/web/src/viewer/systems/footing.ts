import { Vector3 } from 'three';
import type { SolidWorld } from './solid-world.js';

/** cos 50°: steeper ground carries nobody. */
const leastUp = 0.643;
const highestStepMetres = 0.35;
/** A step is no more than this share of one's height: the small must not walk up walls. */
const stepShare = 0.3;
const down = new Vector3(0, -1, 0);
/** Where else to look when there is nothing right beneath: about the edge of the feet, so that cracks and edges carry. */
const around = Array.from({ length: 8 }, (_, index) => {
  const angle = (index * Math.PI) / 4;
  return { x: Math.cos(angle), z: Math.sin(angle) };
});
const ringShare = 0.7;

/** Finds the ground that carries somebody. */
export class Footing {
  stepHeight = 0;
  private radius = 0;
  private readonly from = new Vector3();

  constructor(height: number, radius: number) {
    this.measure(height, radius);
  }

  measure(height: number, radius: number): void {
    this.stepHeight = Math.min(highestStepMetres, height * stepShare);
    this.radius = radius;
  }

  /** The height of the ground from `up` metres above the feet to `down` below them, or null. What is right beneath counts first. */
  groundAt(solids: SolidWorld, feet: Vector3, up: number, down: number): number | null {
    const beneath = this.look(solids, feet.x, feet.z, feet.y + up, up + down);
    if (beneath !== null) return beneath;
    let highest: number | null = null;
    for (const { x, z } of around) {
      const reach = this.radius * ringShare;
      const found = this.look(solids, feet.x + x * reach, feet.z + z * reach, feet.y + up, up + down);
      if (found !== null && (highest === null || found > highest)) highest = found;
    }
    return highest;
  }

  private look(solids: SolidWorld, x: number, z: number, y: number, far: number): number | null {
    this.from.set(x, y, z);
    const hit = solids.castRay(this.from, down, far, 'people');
    return hit && hit.normal.y >= leastUp ? y - hit.distance : null;
  }
}
