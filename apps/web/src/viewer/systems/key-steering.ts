import type { SteeringInput } from '../room-viewer.types.js';

/** By the key's place, not its letter: the Korean layout has other letters there. */
const axes: Readonly<Record<string, SteeringInput>> = {
  KeyW: { right: 0, forward: 1 },
  ArrowUp: { right: 0, forward: 1 },
  KeyS: { right: 0, forward: -1 },
  ArrowDown: { right: 0, forward: -1 },
  KeyA: { right: -1, forward: 0 },
  ArrowLeft: { right: -1, forward: 0 },
  KeyD: { right: 1, forward: 0 },
  ArrowRight: { right: 1, forward: 0 },
};

/** What a key does: steer, jump, act on the hotspot that is near; null: it is none of ours. */
export type KeyMeaning = 'steer' | 'jump' | 'act' | null;

export const meaningOf = (code: string): KeyMeaning => {
  if (code in axes) return 'steer';
  if (code === 'Space') return 'jump';
  return code === 'KeyE' || code === 'Enter' || code === 'NumpadEnter' ? 'act' : null;
};

/** Which way the keys that are held point, together with the stick on the screen. */
export class KeySteering {
  private readonly held = new Set<string>();
  private stick: SteeringInput = { right: 0, forward: 0 };

  press(code: string): void {
    if (code in axes) this.held.add(code);
  }

  release(code: string): void {
    this.held.delete(code);
  }

  /** Nothing is held any more: the window lost the keyboard and hears of no release. */
  releaseAll(): void {
    this.held.clear();
  }

  /** Whether the stick on the screen is pushed. */
  get hasStick(): boolean {
    return this.stick.right !== 0 || this.stick.forward !== 0;
  }

  setStick(stick: SteeringInput): void {
    this.stick = stick;
  }

  /** Of length 1 at most: diagonals are not faster. Two keys for the same way count once, two opposite ones not at all. */
  direction(): SteeringInput {
    const keys = [...this.held].map((code) => axes[code]);
    const sign = (pick: (axis: SteeringInput) => number): number =>
      Number(keys.some((axis) => axis && pick(axis) > 0)) - Number(keys.some((axis) => axis && pick(axis) < 0));
    const right = this.stick.right + sign((axis) => axis.right);
    const forward = this.stick.forward + sign((axis) => axis.forward);
    const length = Math.hypot(right, forward);
    if (!Number.isFinite(length)) return { right: 0, forward: 0 };
    return length > 1 ? { right: right / length, forward: forward / length } : { right, forward };
  }
}
