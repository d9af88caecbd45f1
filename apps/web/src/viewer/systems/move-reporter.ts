import { animations, type Transform, transformFlags, type WorldData } from '@virtualcafe/contracts';
import { turnBetween, wrapAngle } from './angles.js';

const reportEveryMs = 50;
const hiddenEveryMs = 1000;
const keepAliveMs = 5000;
/** Changes below what the wire can tell are none: a centimetre, and about half a degree. */
const leastMetres = 0.005;
const leastTurn = 0.01;
/** How much of what the server allows is used: updates do not arrive as evenly as they were sent. */
const usedShare = 0.85;
/** Metres a second downward. */
const fallSpeed = 50;
/** What the server lets one save up is half a second's way: less, for the same reason. */
const longestSeconds = 0.4;

export type Standing = Pick<Transform, 'x' | 'y' | 'z' | 'yaw' | 'animation'> & { readonly isAirborne: boolean };

/** The speeds and the box of a room, of its world data. */
export type ReportLimits = Pick<WorldData, 'playerSpeed' | 'playerJumpForce' | 'bounds'>;

/**
 * Decides when to tell where oneself is, and what. Told places never go faster than the server lets anybody go: after a leap (to a hotspot, out
 * of an abyss) they follow along the straight way.
 */
export class MoveReporter {
  private told: Transform;
  private place: { x: number; y: number; z: number };
  private movedAtMs: number;
  private toldAtMs = Number.NEGATIVE_INFINITY;

  constructor(
    private limits: ReportLimits,
    at: Pick<Transform, 'x' | 'y' | 'z' | 'yaw'>,
    nowMs: number,
  ) {
    this.place = { x: at.x, y: at.y, z: at.z };
    this.movedAtMs = nowMs;
    this.told = { ...at, animation: animations.idle, flags: 0, clock: 0 };
  }

  setLimits(limits: ReportLimits): void {
    this.limits = limits;
  }

  /** The server has put one here: that is where it counts from. */
  correct(place: { readonly x: number; readonly y: number; readonly z: number }, nowMs: number): void {
    this.place = { x: place.x, y: place.y, z: place.z };
    this.movedAtMs = nowMs;
    this.toldAtMs = Number.NEGATIVE_INFINITY;
  }

  /** What to tell now, or null when there is nothing new or it is too early. `nowMs` of `performance.now()`. */
  report(standing: Standing, nowMs: number, isHidden: boolean): Transform | null {
    const sinceMs = nowMs - this.toldAtMs;
    if (sinceMs < (isHidden ? hiddenEveryMs : reportEveryMs) - 1) return null;
    this.follow(standing, nowMs);
    const transform: Transform = {
      ...this.place,
      yaw: wrapAngle(standing.yaw),
      animation: standing.animation,
      flags: (standing.isAirborne ? transformFlags.airborne : 0) | (isHidden ? transformFlags.away : 0),
      clock: Math.round(nowMs * 4) % 65_536,
    };
    if (!this.isNews(transform) && !isHidden && sinceMs < keepAliveMs) return null;
    this.told = transform;
    this.toldAtMs = nowMs;
    return transform;
  }

  private follow(standing: Standing, nowMs: number): void {
    const { playerSpeed, playerJumpForce, bounds } = this.limits;
    const seconds = Math.min(longestSeconds, Math.max(0, nowMs - this.movedAtMs) / 1000);
    this.movedAtMs = nowMs;
    const clamp = (value: number, axis: 'x' | 'y' | 'z'): number =>
      Math.min(bounds.max[axis], Math.max(bounds.min[axis], value));
    const x = clamp(standing.x, 'x') - this.place.x;
    const y = clamp(standing.y, 'y') - this.place.y;
    const z = clamp(standing.z, 'z') - this.place.z;
    const level = (playerSpeed * 1.5 + playerJumpForce) * usedShare * seconds;
    const fall = fallSpeed * usedShare * seconds;
    const share = Math.min(1, ratio(level, Math.hypot(x, Math.max(0, y), z)), ratio(fall, Math.max(0, -y)));
    this.place.x += x * share;
    this.place.y += y * share;
    this.place.z += z * share;
  }

  private isNews(next: Transform): boolean {
    const { told } = this;
    return (
      Math.abs(next.x - told.x) >= leastMetres ||
      Math.abs(next.y - told.y) >= leastMetres ||
      Math.abs(next.z - told.z) >= leastMetres ||
      Math.abs(turnBetween(told.yaw, next.yaw)) >= leastTurn ||
      next.animation !== told.animation ||
      next.flags !== told.flags
    );
  }
}

const ratio = (allowed: number, wanted: number): number => (wanted <= allowed ? 1 : allowed / wanted);
