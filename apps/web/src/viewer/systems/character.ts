import { Vector3 } from 'three';
import { Footing } from './footing.js';
import type { Capsule, SolidWorld } from './solid-world.js';

/** How somebody is built and moves: metres, seconds. */
export interface Build {
  readonly height: number;
  readonly radius: number;
  readonly speed: number;
  readonly jumpSpeed: number;
  readonly min: { readonly x: number; readonly y: number; readonly z: number };
  readonly max: { readonly x: number; readonly y: number; readonly z: number };
}

/** What somebody wants in a step: metres a second over the ground, and whether to jump. */
export interface Wish {
  readonly x: number;
  readonly z: number;
  readonly isJumping: boolean;
}

export const stepSeconds = 1 / 120;
const gravity = 9.81;
/** Below the 60 m/s that servers let people fall. */
const fastestFall = 45;
/** Seconds to reach full speed on the ground, and in the air. */
const groundResponse = 0.07;
const airResponse = 0.35;
/** Shares of the radius. */
const longestSubstep = 0.4;
const toleratedDepth = 0.3;
/** Metres that nobody stands in the air within: bottom of the capsule above the feet while airborne. */
const airBottom = 0.1;
/** Seconds in which the capsule grows to the feet after leaving an edge, so that the edge does not throw one off. */
const growSeconds = 0.2;

/**
 * Somebody who walks, jumps and falls among solids, in steps of `stepSeconds`. While on the ground the body is a capsule that begins
 * above the highest step, and a ray finds the ground beneath: stairs and slopes are one thing.
 */
export class Character {
  readonly feet = new Vector3();
  readonly velocity = new Vector3();
  isGrounded = true;
  private readonly before = new Vector3();
  private readonly probe = new Vector3();
  private readonly way = new Vector3();
  private readonly capsule: Capsule;
  private readonly footing: Footing;
  private airSeconds = 0;
  private depthBefore = 0;

  constructor(
    private solids: SolidWorld,
    private build: Build,
  ) {
    this.footing = new Footing(build.height, build.radius);
    this.capsule = { radius: build.radius, bottom: this.footing.stepHeight, top: build.height };
  }

  /** Other solids or another build; where one stands stays. */
  rebuild(solids: SolidWorld, build: Build): void {
    this.solids = solids;
    this.build = build;
    this.footing.measure(build.height, build.radius);
    this.capsule.radius = build.radius;
    this.capsule.top = build.height;
    this.depthBefore = 0;
  }

  /** Puts one somewhere, at rest, on the ground if it is just beneath. */
  place(x: number, y: number, z: number): void {
    this.feet.set(x, y, z);
    this.velocity.set(0, 0, 0);
    this.airSeconds = 0;
    const ground = this.footing.groundAt(this.solids, this.feet, this.footing.stepHeight, this.footing.stepHeight);
    this.isGrounded = ground !== null;
    if (ground !== null) this.feet.y = ground;
    this.depthBefore = this.depthHere();
  }

  /** Whether one has fallen out of the room. */
  get isLost(): boolean {
    return this.feet.y < this.build.min.y - 2 || !Number.isFinite(this.feet.x + this.feet.y + this.feet.z);
  }

  step(wish: Wish): void {
    const { velocity } = this;
    const share = 1 - Math.exp(-stepSeconds / (this.isGrounded ? groundResponse : airResponse));
    velocity.x += (wish.x - velocity.x) * share;
    velocity.z += (wish.z - velocity.z) * share;
    if (wish.isJumping && this.isGrounded && this.build.jumpSpeed > 0) {
      velocity.y = this.build.jumpSpeed;
      this.isGrounded = false;
    }
    if (this.isGrounded) velocity.y = 0;
    else velocity.y = Math.max(-fastestFall, velocity.y - gravity * stepSeconds);
    this.go();
  }

  private go(): void {
    const metres = this.velocity.length() * stepSeconds;
    // A resting body needs no asking: most people stand most of the time.
    if (metres < 1e-5 && this.isGrounded && this.depthBefore < 1e-4) return;
    const substeps = Math.max(1, Math.ceil(metres / (this.build.radius * longestSubstep)));
    const seconds = stepSeconds / substeps;
    for (let count = 0; count < substeps; count += 1) this.substep(seconds);
  }

  private substep(seconds: number): void {
    const { feet, before, velocity, build } = this;
    before.copy(feet);
    feet.addScaledVector(velocity, seconds);
    feet.x = Math.min(build.max.x, Math.max(build.min.x, feet.x));
    feet.z = Math.min(build.max.z, Math.max(build.min.z, feet.z));
    this.airSeconds = this.isGrounded ? 0 : this.airSeconds + seconds;
    this.shape();
    const depth = this.leaveSolids();
    if (this.isThrough() || (depth > build.radius * toleratedDepth && depth > this.depthBefore + 1e-4)) {
      this.turnBack();
      return;
    }
    this.depthBefore = depth;
    this.findGround();
  }

  private shape(): void {
    const step = this.footing.stepHeight;
    const grown = Math.min(1, this.airSeconds / growSeconds);
    const lowest = Math.min(airBottom, step);
    this.capsule.bottom = this.isGrounded ? step : step + (lowest - step) * grown;
  }

  /** Pushes one out of what one has walked into, a few times over: out of one wall may be into the next. */
  private leaveSolids(): number {
    let depth = 0;
    for (let round = 0; round < 4; round += 1) {
      depth = this.solids.pushOut(this.feet, this.capsule, this.isGrounded ? this.pushAside : this.push);
      if (depth < 1e-4) return 0;
    }
    return this.depthHere();
  }

  private depthHere(): number {
    return this.solids.pushOut(this.feet, this.capsule, () => undefined);
  }

  /** On the ground, walls push sideways only: the ground beneath decides how high one is. */
  private readonly pushAside = (normal: Vector3, depth: number): void => {
    const level = Math.hypot(normal.x, normal.z);
    if (level < 0.2) return;
    const metres = Math.min(depth / level, depth * 2);
    const [x, z] = [normal.x / level, normal.z / level];
    this.feet.x += x * metres;
    this.feet.z += z * metres;
    const into = this.velocity.x * x + this.velocity.z * z;
    if (into >= 0) return;
    this.velocity.x -= into * x;
    this.velocity.z -= into * z;
  };

  private readonly push = (normal: Vector3, depth: number): void => {
    this.feet.addScaledVector(normal, depth);
    const into = this.velocity.dot(normal);
    if (into < 0) this.velocity.addScaledVector(normal, -into);
  };

  /** Whether the middle of the body has come through a surface on this way: pushed by two thin walls, for one. */
  private isThrough(): boolean {
    const middle = (this.footing.stepHeight + this.build.height) / 2;
    this.probe.copy(this.before);
    this.probe.y += middle;
    this.way.subVectors(this.feet, this.before);
    const metres = this.way.length();
    if (metres < 1e-6) return false;
    return this.solids.castRay(this.probe, this.way.divideScalar(metres), metres, 'people') !== null;
  }

  private turnBack(): void {
    this.feet.copy(this.before);
    this.velocity.x = 0;
    this.velocity.z = 0;
    // Whoever hangs between walls still comes down, or lands.
    this.findGround();
  }

  private findGround(): void {
    const { feet, velocity } = this;
    const step = this.footing.stepHeight;
    if (velocity.y > 0.01) {
      this.isGrounded = false;
      return;
    }
    const [up, down] = this.isGrounded ? [step, step] : [airBottom + this.fallen(), 0.01];
    const ground = this.footing.groundAt(this.solids, feet, up, down);
    this.isGrounded = ground !== null;
    if (ground === null) return;
    const rise = ground - feet.y;
    feet.y = ground;
    velocity.y = 0;
    if (rise > 0.01) this.heedCeiling();
  }

  /** How far one has come down in this substep: the ground may lie anywhere on that way. */
  private fallen(): number {
    return Math.max(0, this.before.y - this.feet.y);
  }

  /** A step under a low ceiling is none. */
  private heedCeiling(): void {
    let isTooLow = false;
    this.capsule.bottom = this.footing.stepHeight;
    this.solids.pushOut(this.feet, this.capsule, (normal, depth) => {
      isTooLow ||= normal.y < -0.5 && depth > 0.02;
    });
    if (!isTooLow) return;
    this.feet.copy(this.before);
    this.velocity.set(0, 0, 0);
  }
}
