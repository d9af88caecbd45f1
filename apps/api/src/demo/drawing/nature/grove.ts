import { type Color, lift, mix, under } from '../kit/color.js';
import type { Mood, Season } from '../kit/mood.js';
import type { Random } from '../kit/random.js';
import { curve, type Point, type Sheet } from '../kit/sheet.js';

export interface Grove {
  sheet: Sheet;
  mood: Mood;
  season: Season;
  random: Random;
}

export function barkOf(mood: Mood, color: Color = '#6f5546'): { light: Color; dark: Color } {
  return { light: under(color, mood.outdoors.key), dark: lift(under(color, mood.outdoors.ambient), -0.08) };
}

export function drawTrunk({ sheet, mood }: Grove, foot: Point, top: Point, width: number, color?: Color): void {
  const bark = barkOf(mood, color);
  const fill = sheet.linear(
    [
      [0, bark.light],
      [0.45, mix(bark.light, bark.dark, 0.55)],
      [1, bark.dark],
    ],
    0,
  );
  const waist = foot[1] + (top[1] - foot[1]) * 0.3;
  const side = (sign: number): Point[] => [
    [foot[0] + sign * width * 0.95, foot[1]],
    [foot[0] + sign * width * 0.52, waist],
    [top[0] + sign * width * 0.3, top[1]],
  ];
  sheet.path(`${curve([...side(-1), ...side(1).toReversed()])}Z`, fill);
}
