import { animations } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { emoteSeconds } from './emotes.js';
import { PoseBlend } from './pose-blend.js';
import { channels, poseAt, restPose } from './poses.js';

const frame = 1 / 60;

describe('poses', () => {
  it.each(Object.entries(animations))('%s moves smoothly and stays finite', (_, animation) => {
    const blend = new PoseBlend(0.4);
    const before = restPose();
    let most = 0;
    for (let count = 0; count < 240; count += 1) {
      blend.advance(animation, animation === animations.walk ? 1.4 : 0, frame, false);
      for (const channel of channels) {
        expect(Number.isFinite(blend.pose[channel])).toBe(true);
        if (channel !== 'rootY') most = Math.max(most, Math.abs(blend.pose[channel] - before[channel]));
      }
      Object.assign(before, blend.pose);
    }
    // No part turns faster than a third of a radian in a frame.
    expect(most).toBeLessThan(0.34);
  });

  it('every emote ends as it began', () => {
    for (const animation of Object.values(animations).filter((number) => emoteSeconds(number) > 0)) {
      const pose = restPose();
      poseAt(pose, { animation, seconds: emoteSeconds(animation), speed: 0, metres: 0, seed: 0 });
      expect(pose.rightArmZ).toBeCloseTo(restPose().rightArmZ, 2);
      expect(pose.trunkX).toBeCloseTo(0, 2);
    }
  });

  it('strides follow the ground: twice the speed, twice the way in the same steps', () => {
    const swings = (speed: number): number => {
      const blend = new PoseBlend(0);
      let [count, before] = [0, 0];
      for (let at = 0; at < 600; at += 1) {
        blend.advance(animations.walk, speed, frame, false);
        if (Math.sign(blend.pose.leftLegX) !== Math.sign(before)) count += 1;
        before = blend.pose.leftLegX;
      }
      return count;
    };
    expect(swings(1.4) / swings(0.7)).toBeCloseTo(2, 0);
  });

  it('holds a pose for whoever wants less motion', () => {
    const blend = new PoseBlend(0);
    for (let count = 0; count < 90; count += 1) blend.advance(animations.dance, 0, frame, true);
    const held = { ...blend.pose };
    for (let count = 0; count < 90; count += 1) blend.advance(animations.dance, 0, frame, true);
    expect(blend.pose).toEqual(held);
  });
});
