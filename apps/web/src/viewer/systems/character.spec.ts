import { describe, expect, it } from 'vitest';
import { walkerBuild, roomOf } from './test-rooms.js';
import { Character, stepSeconds, type Wish } from './character.js';

const build = walkerBuild;
const ahead: Wish = { x: 0, z: -build.speed, isJumping: false };
const resting: Wish = { x: 0, z: 0, isJumping: false };

const walker = (boxes: Parameters<typeof roomOf>[0], at = { x: 0, y: 0, z: 0 }, of = build): Character => {
  const character = new Character(roomOf(boxes), of);
  character.place(at.x, at.y, at.z);
  return character;
};

const walk = (character: Character, wish: Wish, seconds: number, watch?: (character: Character) => void): void => {
  for (let step = 0; step < seconds / stepSeconds; step += 1) {
    character.step(wish);
    watch?.(character);
  }
};

const floor = { min: [-20, -1, -20], max: [20, 0, 20] } as const;

describe('Character', () => {
  it('walks at the speed of the room, and no faster', () => {
    const character = walker([floor]);
    walk(character, ahead, 1);
    expect(character.feet.z).toBeLessThan(-build.speed * 0.9);
    expect(character.feet.z).toBeGreaterThanOrEqual(-build.speed);
    expect(character.feet.y).toBeCloseTo(0, 5);
  });

  it('stops at a wall by its radius', () => {
    const character = walker([floor, { min: [-5, 0, -3.2], max: [5, 3, -3] }]);
    walk(character, ahead, 2);
    expect(character.feet.z).toBeGreaterThan(-3 + build.radius - 0.01);
    expect(character.feet.z).toBeLessThan(-3 + build.radius + 0.03);
  });

  it('slides along a wall that it walks into at an angle', () => {
    const character = walker([floor, { min: [-9, 0, -1.2], max: [9, 3, -1] }]);
    walk(character, { x: 3, z: -3, isJumping: false }, 1.5);
    expect(character.feet.x).toBeGreaterThan(3.5);
    expect(character.feet.z).toBeGreaterThan(-1 + build.radius - 0.01);
  });

  it('climbs stairs and comes down again', () => {
    const steps = [1, 2, 3].map((count) => ({
      min: [-2, 0, -1 - count] as const,
      max: [2, count * 0.3, -count] as const,
    }));
    const character = walker([floor, ...steps]);
    let highest = 0;
    walk(character, ahead, 2.5, ({ feet }) => {
      highest = Math.max(highest, feet.y);
    });
    expect(highest).toBeCloseTo(0.9, 2);
    expect(character.feet.y).toBeCloseTo(0, 2);
    expect(character.isGrounded).toBe(true);
  });

  it('is stopped by what is higher than a step', () => {
    const character = walker([floor, { min: [-2, 0, -3], max: [2, 0.5, -1] }]);
    walk(character, ahead, 1.5);
    expect(character.feet.y).toBeCloseTo(0, 3);
    expect(character.feet.z).toBeGreaterThan(-1);
  });

  it.each([
    [30, true],
    [48, true],
    [60, false],
  ])('on a slope of %i degrees climbs: %s', (degrees, climbs) => {
    const rise = Math.tan((degrees * Math.PI) / 180) * 6;
    const character = walker([floor, { slope: { from: -1, to: -7, rise, halfWidth: 3 } }]);
    walk(character, ahead, 1.2);
    if (climbs) expect(character.feet.y).toBeGreaterThan(1);
    else expect(character.feet.y).toBeLessThan(0.4);
  });

  it('jumps as high as its speed carries and lands', () => {
    const character = walker([floor]);
    let highest = 0;
    character.step({ ...resting, isJumping: true });
    walk(character, resting, 1.5, ({ feet }) => {
      highest = Math.max(highest, feet.y);
    });
    expect(highest).toBeCloseTo(build.jumpSpeed ** 2 / (2 * 9.81), 1);
    expect(character.isGrounded).toBe(true);
    expect(character.feet.y).toBeCloseTo(0, 3);
  });

  it('falls from any height onto the floor, not through it', () => {
    const thin = { min: [-20, -0.01, -20], max: [20, 0, 20] } as const;
    const character = walker([thin], { x: 0.3, y: 60, z: 0.3 });
    walk(character, resting, 6);
    expect(character.feet.y).toBeCloseTo(0, 3);
  });

  it('never goes through a thin wall, however fast and from whatever angle', () => {
    const fast = { ...build, speed: 30, radius: 0.05, height: 0.3 };
    const cage = [
      { min: [-3, 0, -3], max: [3, 2, -2.99] },
      { min: [-3, 0, 2.99], max: [3, 2, 3] },
      { min: [-3, 0, -3], max: [-2.99, 2, 3] },
      { min: [2.99, 0, -3], max: [3, 2, 3] },
    ] as const;
    for (let turn = 0; turn < 48; turn += 1) {
      const angle = (turn / 48) * 2 * Math.PI;
      const character = walker([floor, ...cage], { x: 0.2, y: 0, z: -0.1 }, fast);
      walk(character, { x: Math.sin(angle) * 30, z: Math.cos(angle) * 30, isJumping: turn % 3 === 0 }, 1);
      expect(Math.abs(character.feet.x)).toBeLessThan(3);
      expect(Math.abs(character.feet.z)).toBeLessThan(3);
      expect(character.feet.y).toBeGreaterThan(-0.01);
    }
  });

  it('gets out of a corner between two walls again', () => {
    const walls = [
      { min: [-4, 0, -2.2], max: [4, 3, -2] },
      { min: [1, 0, -4], max: [1.2, 3, 4] },
    ] as const;
    const character = walker([floor, ...walls]);
    walk(character, { x: 4, z: -4, isJumping: false }, 1);
    walk(character, { x: -4, z: 4, isJumping: false }, 0.5);
    expect(character.feet.x).toBeLessThan(-0.3);
    expect(character.feet.z).toBeGreaterThan(-0.6);
  });

  it('is lost below the room, and only there', () => {
    const character = walker([], { x: 0, y: 0, z: 0 });
    walk(character, resting, 0.3);
    expect(character.isLost).toBe(false);
    walk(character, resting, 3);
    expect(character.isLost).toBe(true);
  });

  it('keeps within the bounds of the room', () => {
    const character = walker([floor], { x: 0, y: 0, z: 0 }, { ...build, min: { x: -2, y: 0, z: -2 } });
    walk(character, ahead, 2);
    expect(character.feet.z).toBeCloseTo(-2, 5);
  });
});
