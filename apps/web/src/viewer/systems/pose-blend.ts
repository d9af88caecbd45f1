import { animations } from '@virtualcafe/contracts';
import { channels, type Motion, poseAt, restPose } from './poses.js';

const blendSeconds = 0.18;
/** Every emote is well under way by then. */
const heldSeconds = 0.6;
/** Full turns are no movement: a pose that ends on one must not turn back. */
const fullTurn = 2 * Math.PI;

/** One body's pose over time: from one animation to the next without a jerk. */
export class PoseBlend {
  readonly pose = restPose();
  private readonly from = restPose();
  private animation: number = animations.idle;
  private seconds = 0;
  private metres = 0;
  private sinceSwitch = blendSeconds;

  constructor(private readonly seed: number) {}

  /**
   * Goes on by a frame, in which the body has moved at `speed` metres a second of a body of `bodyHeight`. `isStill`: emotes and breath are a
   * pose that is held, for whoever wants less motion.
   */
  advance(animation: number, speed: number, seconds: number, isStill: boolean): void {
    if (animation !== this.animation) this.switchTo(animation);
    this.seconds += seconds;
    this.metres += speed * seconds;
    this.sinceSwitch += seconds;
    const posed = isStill ? Math.min(this.seconds, heldSeconds) : this.seconds;
    const motion: Motion = { animation, seconds: posed, speed, metres: this.metres, seed: this.seed };
    poseAt(this.pose, motion);
    if (this.sinceSwitch < blendSeconds) this.blend();
  }

  private switchTo(animation: number): void {
    // Walking and running are one movement.
    const isStride = (of: number): boolean => of === animations.walk || of === animations.run;
    if (!(isStride(animation) && isStride(this.animation))) {
      Object.assign(this.from, this.pose);
      this.from.rootY %= fullTurn;
      this.sinceSwitch = 0;
      this.seconds = 0;
    }
    this.animation = animation;
  }

  private blend(): void {
    const share = this.sinceSwitch / blendSeconds;
    const left = 1 - share * share * (3 - 2 * share);
    for (const channel of channels) this.pose[channel] += (this.from[channel] - this.pose[channel]) * left;
  }
}
