import { Vector3 } from 'three';
import { animations, type RoomPosition, type WorldData } from '@virtualcafe/contracts';
import type { SteeringInput } from '../room-viewer.types.js';
import { easing, turnTowards, wrapAngle, yawAlong } from './angles.js';
import { type Build, Character, stepSeconds } from './character.js';
import { emoteSeconds } from './emotes.js';
import type { Standing } from './move-reporter.js';
import type { SolidWorld } from './solid-world.js';
import { WalkTarget } from './walk-target.js';

/** Longer gaps between frames are not made up for: the page stood still. */
const longestFrameSeconds = 0.25;
/** Metres a second from which one runs. */
const runFrom = 3.4;
const walkFrom = 0.25;
/** Off the ground shorter than this, one has not jumped: stairs. */
const jumpAfterSeconds = 0.1;
const stairRate = 14;

export const buildOf = (world: WorldData): Build => ({
  height: world.playerHeight,
  radius: world.playerRadius,
  speed: world.playerSpeed,
  jumpSpeed: world.playerJumpForce,
  ...world.bounds,
});

/** Oneself: what keys, stick and clicks make of the character in fixed steps, and what others are to see of it. */
export class SelfPlayer {
  /** Where one is drawn: between two steps, smoothly up stairs. */
  readonly shown = new Vector3();
  yaw = 0;
  readonly target = new WalkTarget();
  private readonly character: Character;
  private readonly before = new Vector3();
  private leftSeconds = 0;
  private airSeconds = 0;
  private stairs = 0;
  private posture: number = animations.idle;
  private postureSeconds = 0;
  private wantsJump = false;
  private level = 0;

  constructor(
    solids: SolidWorld,
    private world: WorldData,
    at: Pick<Standing, 'x' | 'y' | 'z' | 'yaw'>,
  ) {
    this.character = new Character(solids, buildOf(world));
    this.place(at);
    this.yaw = at.yaw;
  }

  get feet(): Readonly<Vector3> {
    return this.character.feet;
  }

  /** Metres a second over the ground. */
  get speed(): number {
    return this.level;
  }

  /** Whether one gets about because of a click. */
  get isSentByClick(): boolean {
    return this.target.isSet;
  }

  rebuild(solids: SolidWorld, world: WorldData): void {
    this.world = world;
    this.character.rebuild(solids, buildOf(world));
  }

  place(at: RoomPosition): void {
    this.character.place(at.x, at.y, at.z);
    this.before.copy(this.character.feet);
    this.shown.copy(this.character.feet);
    this.target.clear();
    this.stairs = 0;
    this.leftSeconds = 0;
    this.posture = animations.idle;
  }

  /** Walks there, as straight as can be. */
  goTo(x: number, z: number): void {
    this.posture = animations.idle;
    this.target.set(x, z);
  }

  jump(): void {
    this.wantsJump = true;
    this.posture = animations.idle;
  }

  /** An emote, or sitting: until it is over or one moves. */
  assume(animation: number): void {
    if (!this.character.isGrounded) return;
    this.target.clear();
    this.posture = animation;
    this.postureSeconds = 0;
  }

  get standing(): Standing {
    const { x, y, z } = this.character.feet;
    return { x, y, z, yaw: this.yaw, animation: this.animation, isAirborne: !this.character.isGrounded };
  }

  get animation(): number {
    if (this.airSeconds > jumpAfterSeconds) return animations.jump;
    if (this.level > runFrom) return animations.run;
    return this.level > walkFrom ? animations.walk : this.posture;
  }

  /** Goes on by a frame; `right` and `forward` as the camera at `cameraYaw` sees it. True when one fell out and stands at the spawn point again. */
  advance(steering: SteeringInput, cameraYaw: number, seconds: number): boolean {
    const frame = Math.min(longestFrameSeconds, Math.max(0, seconds));
    this.leftSeconds += frame;
    const wish = this.wish(steering, cameraYaw, frame);
    while (this.leftSeconds >= stepSeconds) {
      this.leftSeconds -= stepSeconds;
      this.step(wish);
    }
    this.turn(wish, frame);
    this.tick(frame);
    this.show(frame);
    if (!this.character.isLost) return false;
    this.place(this.world.spawnPoint);
    return true;
  }

  private step(wish: { x: number; z: number }): void {
    const { character, before } = this;
    before.copy(character.feet);
    character.step({ x: wish.x, z: wish.z, isJumping: this.wantsJump });
    this.wantsJump = false;
    const rise = character.feet.y - before.y;
    // A step up or down at once is drawn as a short climb.
    if (character.isGrounded && Math.abs(rise) > 0.02) this.stairs -= rise;
    this.level = Math.hypot(character.feet.x - before.x, character.feet.z - before.z) / stepSeconds;
  }

  private wish({ right, forward }: SteeringInput, cameraYaw: number, seconds: number): { x: number; z: number } {
    const speed = this.world.playerSpeed;
    if (right !== 0 || forward !== 0) {
      this.target.clear();
      this.posture = animations.idle;
      const [sin, cos] = [Math.sin(cameraYaw), Math.cos(cameraYaw)];
      return { x: (right * cos - forward * sin) * speed, z: (-right * sin - forward * cos) * speed };
    }
    const { x, z } = this.character.feet;
    const way = this.target.direction(x, z, speed, seconds);
    return way ? { x: way.x * speed, z: way.z * speed } : { x: 0, z: 0 };
  }

  private turn(wish: { x: number; z: number }, seconds: number): void {
    if (Math.hypot(wish.x, wish.z) < 0.05) return;
    this.yaw = wrapAngle(turnTowards(this.yaw, yawAlong(wish.x, wish.z), this.world.playerRotationSpeed * seconds));
  }

  private tick(seconds: number): void {
    this.airSeconds = this.character.isGrounded ? 0 : this.airSeconds + seconds;
    this.postureSeconds += seconds;
    const length = emoteSeconds(this.posture);
    if (length > 0 && this.postureSeconds >= length) this.posture = animations.idle;
  }

  private show(seconds: number): void {
    this.stairs -= this.stairs * easing(stairRate, seconds);
    this.shown.lerpVectors(this.before, this.character.feet, this.leftSeconds / stepSeconds);
    // The climb already holds the whole rise of the last step.
    if (Math.abs(this.stairs) > 1e-4) this.shown.y = this.character.feet.y;
    this.shown.y += this.stairs;
  }
}
