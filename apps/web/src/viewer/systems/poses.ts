import { animations } from '@virtualcafe/contracts';

/**
 * What a body's parts do in a pose. Turns in radians about the part's own joint; a body looks along −z with its right hand at +x. `X` positive
 * swings a limb forward and leans a head or trunk back; `Z` positive moves a limb to the right. `lift` and `sway` in metres of a body
 * of `bodyHeight`; `heart` the size of the heart above the head, 0 to 1; `squash` stretches upward.
 */
export const channels = [
  'lift',
  'sway',
  'rootY',
  'trunkX',
  'trunkY',
  'trunkZ',
  'headX',
  'headY',
  'headZ',
  'leftArmX',
  'leftArmZ',
  'rightArmX',
  'rightArmZ',
  'leftLegX',
  'leftLegZ',
  'rightLegX',
  'rightLegZ',
  'heart',
  'heartLift',
  'tail',
  'squash',
] as const;
export type Channel = (typeof channels)[number];
export type Pose = Record<Channel, number>;

/** The height in metres for which poses and shapes are made; others are scaled. */
export const bodyHeight = 1.3;
/** Metres between two left footfalls at an easy pace. */
const strideMetres = 1.15;
const turn = 2 * Math.PI;

export const restPose = (): Pose => ({
  lift: 0,
  sway: 0,
  rootY: 0,
  trunkX: 0,
  trunkY: 0,
  trunkZ: 0,
  headX: 0,
  headY: 0,
  headZ: 0,
  leftArmX: 0,
  leftArmZ: -0.16,
  rightArmX: 0,
  rightArmZ: 0.16,
  leftLegX: 0,
  leftLegZ: 0,
  rightLegX: 0,
  rightLegZ: 0,
  heart: 0,
  heartLift: 0,
  tail: 0,
  squash: 1,
});

const rest = restPose();

/** How somebody moves at a moment. */
export interface Motion {
  /** A number of `animations`. */
  readonly animation: number;
  /** Since this animation began. */
  readonly seconds: number;
  /** Metres a second over the ground, as drawn. */
  readonly speed: number;
  /** Metres gone so far, as drawn: footfalls follow the ground. */
  readonly metres: number;
  /** Something of one's own, 0 to 1: people do not breathe in step. */
  readonly seed: number;
}

const { sin, cos, max, min, abs, PI } = Math;

/** 0 outside of 0 to `length`, 1 within, with soft ends of `soft` seconds. */
const within = (seconds: number, length: number, soft: number): number =>
  max(0, min(1, seconds / soft, (length - seconds) / soft));

const breathe = (pose: Pose, { seconds, seed }: Motion): void => {
  const time = seconds + seed * 20;
  pose.squash = 1 + 0.012 * sin(time * 2.1);
  pose.headX = 0.03 * sin(time * 1.05);
  // A look around now and then.
  pose.headY = 0.35 * sin(time * 0.37) * max(0, sin(time * 0.23 + seed * 5)) ** 2;
  pose.leftArmZ = -0.16 - 0.03 * sin(time * 2.1);
  pose.rightArmZ = 0.16 + 0.03 * sin(time * 2.1);
  pose.tail = 0.35 * sin(time * 1.7);
};

/** Walking grows into running with speed: wider, leaning, off the ground between steps. */
const walk = (pose: Pose, { metres, speed, seed }: Motion): void => {
  const haste = max(0, min(1, (speed - 1.5) / 3.5));
  const phase = (metres / (strideMetres + haste * 1.15)) * turn + seed;
  const reach = (0.55 + 0.5 * haste) * min(1, 0.35 + speed);
  const swing = sin(phase);
  pose.leftLegX = swing * reach;
  pose.rightLegX = -swing * reach;
  pose.leftArmX = -swing * reach * 0.9 + haste * 0.25;
  pose.rightArmX = swing * reach * 0.9 + haste * 0.25;
  pose.leftArmZ = -0.18 - haste * 0.18;
  pose.rightArmZ = 0.18 + haste * 0.18;
  pose.lift = abs(cos(phase)) * (0.03 + 0.05 * haste);
  pose.squash = 1 - 0.03 * cos(phase * 2);
  pose.trunkX = -0.05 - 0.16 * haste;
  pose.trunkY = swing * 0.12;
  pose.trunkZ = sin(phase) * 0.035;
  pose.headX = 0.04 + 0.12 * haste;
  pose.headY = -swing * 0.08;
  pose.tail = sin(phase + 0.6) * 0.5;
};

const jump = (pose: Pose, { seconds }: Motion): void => {
  const open = min(1, seconds * 6);
  pose.leftArmZ = -0.16 - 1.25 * open;
  pose.rightArmZ = 0.16 + 1.25 * open;
  pose.leftLegX = 0.5 * open;
  pose.rightLegX = -0.35 * open;
  pose.trunkX = -0.06 * open;
  pose.headX = 0.12 * open;
  pose.squash = 1 + 0.05 * open;
  pose.tail = 0.8 * open;
};

const sit = (pose: Pose, motion: Motion): void => {
  breathe(pose, motion);
  pose.lift = -0.25;
  pose.leftLegX = 1.45;
  pose.rightLegX = 1.45;
  pose.leftLegZ = -0.12;
  pose.rightLegZ = 0.12;
  pose.leftArmX = 0.55;
  pose.rightArmX = 0.55;
  pose.leftArmZ = 0.05;
  pose.rightArmZ = -0.05;
  pose.trunkX = 0.05;
};

const wave = (pose: Pose, { seconds }: Motion): void => {
  const open = within(seconds, 2.4, 0.3);
  pose.rightArmZ = 0.16 + open * (2.45 + 0.35 * sin(seconds * 11));
  pose.trunkZ = 0.06 * open;
  pose.headZ = 0.14 * open;
  pose.headX = 0.06 * open;
  pose.lift = 0.02 * open * abs(sin(seconds * 5.5));
};

const clap = (pose: Pose, { seconds }: Motion): void => {
  const open = within(seconds, 2.6, 0.25);
  const apart = 0.5 + 0.5 * cos(seconds * 17);
  pose.leftArmX = 1.35 * open;
  pose.rightArmX = 1.35 * open;
  pose.leftArmZ = -0.16 + open * (0.62 - 0.5 * apart);
  pose.rightArmZ = 0.16 - open * (0.62 - 0.5 * apart);
  pose.lift = 0.025 * open * abs(sin(seconds * 8.5));
  pose.headX = 0.08 * open;
};

const dance = (pose: Pose, { seconds }: Motion): void => {
  const open = within(seconds, 6.4, 0.35);
  const beat = seconds * 4.2 * PI * 0.5;
  const side = sin(beat);
  pose.sway = 0.09 * side * open;
  pose.lift = 0.06 * abs(cos(beat)) * open;
  pose.squash = 1 + 0.04 * cos(beat * 2) * open;
  pose.trunkZ = -0.16 * side * open;
  pose.trunkY = 0.35 * side * open;
  pose.headZ = 0.2 * side * open;
  pose.leftArmZ = -0.16 - open * (1.5 + 0.7 * sin(beat + 0.6));
  pose.rightArmZ = 0.16 + open * (1.5 - 0.7 * sin(beat + 0.6));
  pose.leftArmX = 0.4 * open * cos(beat);
  pose.rightArmX = 0.4 * open * cos(beat + PI);
  pose.leftLegX = 0.4 * max(0, side) * open;
  pose.rightLegX = 0.4 * max(0, -side) * open;
  // A spin in the middle.
  const spin = max(0, min(1, (seconds - 2.7) / 0.9));
  pose.rootY = turn * spin * spin * (3 - 2 * spin);
  pose.tail = side;
};

const laugh = (pose: Pose, { seconds }: Motion): void => {
  const open = within(seconds, 2.6, 0.3);
  const shake = sin(seconds * 19);
  pose.trunkX = open * (0.12 + 0.05 * shake);
  pose.headX = open * (0.32 + 0.07 * shake);
  pose.lift = open * 0.012 * abs(shake);
  pose.leftArmX = 0.95 * open;
  pose.rightArmX = 0.95 * open;
  pose.leftArmZ = -0.16 + open * 0.5;
  pose.rightArmZ = 0.16 - open * 0.5;
  pose.squash = 1 + 0.02 * shake * open;
};

const bow = (pose: Pose, { seconds }: Motion): void => {
  const open = within(seconds, 2, 0.55);
  const soft = open * open * (3 - 2 * open);
  pose.trunkX = -0.95 * soft;
  pose.headX = -0.25 * soft;
  pose.leftArmX = 0.75 * soft;
  pose.rightArmX = 0.75 * soft;
  pose.leftArmZ = -0.16 + 0.3 * soft;
  pose.rightArmZ = 0.16 - 0.3 * soft;
};

const heart = (pose: Pose, { seconds }: Motion): void => {
  const open = within(seconds, 3, 0.3);
  pose.leftArmZ = -0.16 - open * 2.55;
  pose.rightArmZ = 0.16 + open * 2.55;
  pose.headZ = 0.12 * sin(seconds * 3) * open;
  pose.trunkZ = 0.06 * sin(seconds * 3) * open;
  pose.heart = open * (1 + 0.12 * sin(seconds * 9));
  pose.heartLift = 0.06 * seconds;
  pose.lift = 0.015 * abs(sin(seconds * 4.5)) * open;
};

const drawers: ReadonlyMap<number, (pose: Pose, motion: Motion) => void> = new Map([
  [animations.idle, breathe],
  [animations.walk, walk],
  [animations.run, walk],
  [animations.jump, jump],
  [animations.sit, sit],
  [animations.wave, wave],
  [animations.clap, clap],
  [animations.dance, dance],
  [animations.laugh, laugh],
  [animations.bow, bow],
  [animations.heart, heart],
]);

/** Writes how a body stands at this moment; an animation that is not known stands idle. */
export const poseAt = (pose: Pose, motion: Motion): void => {
  Object.assign(pose, rest);
  (drawers.get(motion.animation) ?? breathe)(pose, motion);
};
