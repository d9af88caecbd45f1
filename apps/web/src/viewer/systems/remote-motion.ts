import { animations, type Transform, transformFlags } from '@virtualcafe/contracts';
import { easing, turnBetween, wrapAngle } from './angles.js';

/** The sender's clock goes round after this long. */
const clockRoundMs = 16_384;
/** How far behind the newest news somebody is drawn, at least and at most. */
const leastDelayMs = 100;
const mostDelayMs = 650;
const extrapolatedMs = 150;
/** How fast the drawn clock may run ahead or lag to come to its delay: not to be seen. */
const clockSlack = 0.12;
/** What is farther off than this is not caught up with but jumped to. */
const lostMs = 1500;
/** A second or so: how long an unlucky estimate of the way's length lasts. */
const skewDriftMsPerSecond = 6;
const errorRate = 9;
const keptSamples = 40;

interface Sample {
  /** The sender's clock, without its rounds. */
  readonly ms: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly yaw: number;
  readonly animation: number;
  readonly isAirborne: boolean;
  readonly isAway: boolean;
}

const sampleOf = (transform: Transform, ms: number): Sample => ({
  ms,
  x: transform.x,
  y: transform.y,
  z: transform.z,
  yaw: transform.yaw,
  animation: transform.animation,
  isAirborne: (transform.flags & transformFlags.airborne) !== 0,
  isAway: (transform.flags & transformFlags.away) !== 0,
});

/**
 * How somebody else moves, drawn a little behind the news of them so that there is always somewhere to go. Times run along the sender's clock:
 * uneven ticks of the network or of the server do not show.
 */
export class RemoteMotion {
  /** As drawn. */
  x = 0;
  y = 0;
  z = 0;
  yaw = 0;
  /** Metres a second over the ground, as drawn. */
  speed = 0;
  animation = 0;
  isAway = false;
  private readonly samples: Sample[] = [];
  /** The least of arrival minus sender's clock: what the way takes when nothing delays it. */
  private skewMs = 0;
  /** Between two news of somebody who moves. */
  private gapMs = 50;
  private playedMs = 0;
  private errorX = 0;
  private errorY = 0;
  private errorZ = 0;
  private errorYaw = 0;

  /** `topSpeed` in metres a second: of the room. */
  constructor(
    private readonly topSpeed: number,
    tickMs: number,
  ) {
    this.setTickMs(tickMs);
  }

  /** News comes no closer together than the server's ticks. */
  setTickMs(tickMs: number): void {
    this.gapMs = Math.max(this.gapMs, tickMs);
  }

  get isKnown(): boolean {
    return this.samples.length > 0;
  }

  /** Takes news that arrived at `atMs` of `performance.now()`. */
  take(transform: Transform, atMs: number): void {
    const newest = this.samples.at(-1);
    if (!newest || (transform.flags & transformFlags.placed) !== 0) {
      this.appear(transform, atMs);
      return;
    }
    const ms = this.unwind(transform.clock / 4, atMs);
    // The same news again, in a full frame, or older than what is known.
    if (ms <= newest.ms) return;
    if (ms - newest.ms > 30) this.gapMs += (Math.min(1000, ms - newest.ms) - this.gapMs) * 0.15;
    this.skewMs = Math.min(this.skewMs, atMs - ms);
    const { x, y, z, yaw } = this;
    this.add(sampleOf(transform, ms), newest);
    this.draw(this.playedMs);
    // What the news changes about the present is not shown at once but smoothed away.
    this.errorX += x - this.x;
    this.errorY += y - this.y;
    this.errorZ += z - this.z;
    this.errorYaw += turnBetween(this.yaw, yaw);
    [this.x, this.y, this.z, this.yaw] = [x, y, z, yaw];
  }

  /** Goes on to `nowMs`, a frame of `seconds` after the last. */
  advance(nowMs: number, seconds: number): void {
    if (!this.isKnown) return;
    this.skewMs += skewDriftMsPerSecond * seconds;
    const delay = Math.min(mostDelayMs, Math.max(leastDelayMs, this.gapMs * 1.2 + 30));
    const wanted = nowMs - this.skewMs - delay;
    const next = this.playedMs + seconds * 1000;
    const off = wanted - next;
    const slack = seconds * 1000 * clockSlack;
    this.playedMs = Math.abs(off) > lostMs ? wanted : next + Math.min(slack, Math.max(-slack, off));
    const [beforeX, beforeZ] = [this.x, this.z];
    this.draw(this.playedMs);
    const left = 1 - easing(errorRate, seconds);
    this.errorX *= left;
    this.errorY *= left;
    this.errorZ *= left;
    this.errorYaw *= left;
    if (seconds > 0) {
      const speed = Math.hypot(this.x - beforeX, this.z - beforeZ) / seconds;
      this.speed += (speed - this.speed) * easing(12, seconds);
    }
  }

  private appear(transform: Transform, atMs: number): void {
    const ms = transform.clock / 4;
    this.samples.length = 0;
    this.samples.push(sampleOf(transform, ms));
    this.skewMs = atMs - ms;
    this.playedMs = ms - leastDelayMs;
    this.errorX = this.errorY = this.errorZ = this.errorYaw = 0;
    this.speed = 0;
    this.draw(this.playedMs);
  }

  /** The round of the sender's clock that fits the time of arrival best. */
  private unwind(clockMs: number, atMs: number): number {
    const expected = atMs - this.skewMs;
    return clockMs + Math.round((expected - clockMs) / clockRoundMs) * clockRoundMs;
  }

  private add(sample: Sample, newest: Sample): void {
    // Nothing is sent while nothing changes: whoever starts after a rest has not crept there all along.
    const metres = Math.hypot(sample.x - newest.x, sample.y - newest.y, sample.z - newest.z);
    const needed = Math.max(50, (metres / this.topSpeed) * 1000);
    if (sample.ms - newest.ms > needed * 1.6) this.samples.push({ ...newest, ms: sample.ms - needed });
    this.samples.push(sample);
    if (this.samples.length > keptSamples) this.samples.splice(0, this.samples.length - keptSamples);
  }

  private draw(ms: number): void {
    const { samples } = this;
    // The pair around the drawn moment is near the end: the rest is history.
    let index = samples.length - 1;
    while (index > 0 && (samples[index]?.ms ?? 0) > ms) index -= 1;
    const from = samples[index];
    if (!from) return;
    const to = samples[index + 1];
    if (to) this.between(from, to, (ms - from.ms) / (to.ms - from.ms));
    else this.beyond(samples[index - 1], from, ms);
    this.animation = from.animation;
    this.isAway = (samples.at(-1) ?? from).isAway;
    this.x += this.errorX;
    this.y += this.errorY;
    this.z += this.errorZ;
    this.yaw = wrapAngle(this.yaw + this.errorYaw);
  }

  private between(from: Sample, to: Sample, share: number): void {
    const part = Math.max(0, share);
    this.x = from.x + (to.x - from.x) * part;
    this.y = from.y + (to.y - from.y) * part;
    this.z = from.z + (to.z - from.z) * part;
    this.yaw = from.yaw + turnBetween(from.yaw, to.yaw) * part;
  }

  /** News is late: on as before for a moment, slowing to a stop. Who has stopped, or is in the air, goes nowhere. */
  private beyond(before: Sample | undefined, last: Sample, ms: number): void {
    this.x = last.x;
    this.y = last.y;
    this.z = last.z;
    this.yaw = last.yaw;
    const spanMs = before ? last.ms - before.ms : 0;
    const isUnderWay = last.animation === animations.walk || last.animation === animations.run;
    if (!before || spanMs < 1 || spanMs > 300 || !isUnderWay) return;
    const late = Math.min(extrapolatedMs, Math.max(0, ms - last.ms));
    const ahead = (late - (late * late) / (2 * extrapolatedMs)) / spanMs;
    this.x += (last.x - before.x) * ahead;
    this.z += (last.z - before.z) * ahead;
  }
}
