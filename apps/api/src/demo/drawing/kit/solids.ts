import { type Camera, dot, plus, times, turnBack, unit, type Vec3 } from './camera.js';
import { type Color, lift, mix, under } from './color.js';
import { hull, type Paint, type Point, polyline, type Sheet, type Style } from './sheet.js';

/** One distant light and what fills the shadows. */
export interface Light {
  /** The way the light travels. */
  direction: Vec3;
  key: Color;
  ambient: Color;
}

/** Where solids are drawn: the sheet, the view of it and the light on it. */
export interface Stage {
  sheet: Sheet;
  camera: Camera;
  light: Light;
}

/** The stage in the space of a thing that stands at `at`, turned counter-clockwise by `turnDegrees`. */
export function placed(stage: Stage, at: Vec3, turnDegrees = 0): Stage {
  return {
    sheet: stage.sheet,
    camera: stage.camera.placed(at, turnDegrees),
    light: { ...stage.light, direction: turnBack(stage.light.direction, turnDegrees) },
  };
}

/** The colour of a matt surface under the stage's light; `normal` points out of it. */
export function lit(light: Light, color: Color, normal: Vec3): Color {
  const facing = -dot(unit(light.direction), unit(normal));
  const exposure = Math.min(1, Math.max(0, 0.42 + 0.62 * facing));
  return mix(under(color, light.ambient), under(color, light.key), exposure);
}

/** A flat face, lit by its `normal`; a little darker towards its lower edge, as light in a room has it. */
export function face(stage: Stage, corners: readonly Vec3[], color: Color, normal: Vec3, style: Style = {}): void {
  const first = corners[0];
  if (first === undefined || !stage.camera.sees(first, normal)) return;
  const tone = lit(stage.light, color, normal);
  const upright = Math.abs(normal[1]) < 0.5;
  const fill = upright ? stage.sheet.shaded(lift(tone, 0.015), lift(tone, -0.045)) : tone;
  const seam: Style = { stroke: fill, strokeWidth: 0.6, round: true };
  stage.sheet.polygon(stage.camera.outline(corners), fill, { ...seam, ...style });
}

/** Fills a flat shape with a given paint, whatever the light. */
export function decal(stage: Stage, corners: readonly Vec3[], fill: Paint, style: Style = {}): void {
  stage.sheet.polygon(stage.camera.outline(corners), fill, style);
}

/** The corners of an upright rectangle parallel to the sheet, at depth `z`. */
export function upright([x0, x1]: readonly [number, number], [y0, y1]: readonly [number, number], z: number): Vec3[] {
  return [
    [x0, y0, z],
    [x1, y0, z],
    [x1, y1, z],
    [x0, y1, z],
  ];
}

/** The corners of a level rectangle at height `y`. */
export function level([x0, x1]: readonly [number, number], [z0, z1]: readonly [number, number], y: number): Vec3[] {
  return [
    [x0, y, z0],
    [x1, y, z0],
    [x1, y, z1],
    [x0, y, z1],
  ];
}

/** The corners of an upright rectangle along the line of sight, at `x`. */
export function sideways([z0, z1]: readonly [number, number], [y0, y1]: readonly [number, number], x: number): Vec3[] {
  return [
    [x, y0, z0],
    [x, y0, z1],
    [x, y1, z1],
    [x, y1, z0],
  ];
}

const BOX_FACES: readonly { normal: Vec3; corners: readonly Vec3[] }[] = [
  {
    normal: [0, -1, 0],
    corners: [
      [0, 0, 0],
      [1, 0, 0],
      [1, 0, 1],
      [0, 0, 1],
    ],
  },
  {
    normal: [0, 0, 1],
    corners: [
      [0, 0, 1],
      [0, 1, 1],
      [1, 1, 1],
      [1, 0, 1],
    ],
  },
  {
    normal: [-1, 0, 0],
    corners: [
      [0, 0, 0],
      [0, 1, 0],
      [0, 1, 1],
      [0, 0, 1],
    ],
  },
  {
    normal: [1, 0, 0],
    corners: [
      [1, 0, 0],
      [1, 1, 0],
      [1, 1, 1],
      [1, 0, 1],
    ],
  },
  {
    normal: [0, 0, -1],
    corners: [
      [0, 0, 0],
      [0, 1, 0],
      [1, 1, 0],
      [1, 0, 0],
    ],
  },
  {
    normal: [0, 1, 0],
    corners: [
      [0, 1, 0],
      [1, 1, 0],
      [1, 1, 1],
      [0, 1, 1],
    ],
  },
];

/** A block from its lowest corner `at`, `size` metres along x, y and z. */
export function box(stage: Stage, at: Vec3, size: Vec3, color: Color, style: Style = {}): void {
  for (const side of BOX_FACES) {
    const corners = side.corners.map((corner): Vec3 => [
      at[0] + corner[0] * size[0],
      at[1] + corner[1] * size[1],
      at[2] + corner[2] * size[2],
    ]);
    face(stage, corners, color, side.normal, style);
  }
}

/** A level circle as points, for discs and for the rings of turned shapes. */
export function ring(centre: Vec3, radius: number, samples = 30): Vec3[] {
  return Array.from({ length: samples }, (_, index): Vec3 => {
    const angle = (index / samples) * Math.PI * 2;
    return [centre[0] + Math.cos(angle) * radius, centre[1], centre[2] + Math.sin(angle) * radius];
  });
}

/** Enough points for a smooth circle of this radius on the sheet. */
function samplesFor(stage: Stage, centre: Vec3, radius: number): number {
  return Math.round(Math.min(76, Math.max(18, 4.4 * Math.sqrt(radius * stage.camera.scaleAt(centre)))));
}

export function disc(stage: Stage, centre: Vec3, radius: number, fill: Paint, style: Style = {}): void {
  decal(stage, ring(centre, radius, samplesFor(stage, centre, radius)), fill, style);
}

/** Radius and height of one ring of a turned shape, bottom first. */
export type Profile = readonly (readonly [radius: number, height: number])[];

export interface TurnedStyle {
  /** 0 matt to 1 glazed: the strength of the streak of light. */
  gloss?: number;
  opacity?: number;
}

/** The side of a turned shape (cup, vase, lampshade, pole), seen from outside. */
export function turned(stage: Stage, base: Vec3, profile: Profile, color: Color, style: TurnedStyle = {}): void {
  const widest = Math.max(...profile.map(([radius]) => radius));
  const middle = profile[Math.floor(profile.length / 2)]?.[1] ?? 0;
  const axis: Vec3 = [base[0], base[1] + middle, base[2]];
  const fill = roundedFill(stage, axis, widest, color, style.gloss ?? 0);
  const samples = samplesFor(stage, axis, widest);
  const rings = smoothed(profile).map(([radius, height]) =>
    stage.camera.outline(ring([base[0], base[1] + height, base[2]], radius, samples)),
  );
  let data = '';
  rings.forEach((lower, index) => {
    const upper = rings[index + 1];
    if (upper !== undefined) data += polyline(hull([...lower, ...upper]));
  });
  stage.sheet.path(data, fill, style.opacity === undefined ? {} : { opacity: style.opacity });
}

/** The profile with its corners rounded (Catmull-Rom), where it has enough rings to be meant as a curve. */
function smoothed(profile: Profile): Profile {
  if (profile.length < 4) return profile;
  const at = (index: number): readonly [number, number] =>
    profile[Math.min(profile.length - 1, Math.max(0, index))] ?? [0, 0];
  const steps = [0, 0.25, 0.5, 0.75];
  const rounded = profile.slice(0, -1).flatMap((_, index) =>
    steps.map((t): readonly [number, number] => {
      const [a, b, c, d] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
      const spline = (axis: 0 | 1): number =>
        b[axis] +
        0.5 *
          t *
          (c[axis] -
            a[axis] +
            t *
              (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis] + t * (3 * (b[axis] - c[axis]) + d[axis] - a[axis])));
      return [Math.max(0.001, spline(0)), spline(1)];
    }),
  );
  return [...rounded, at(profile.length - 1)];
}

/** Light across an upright round body: lit side, core shadow, and a little light thrown back from the room. */
function roundedFill(stage: Stage, axis: Vec3, radius: number, color: Color, gloss: number): Paint {
  const { sheet, camera, light } = stage;
  const [x, y] = camera.project(axis);
  const reach = radius * camera.scaleAt(axis);
  const right = camera.project(plus(axis, unit([light.direction[0], 0, light.direction[2]])));
  const litFromLeft = right[0] >= x;
  const bright = lit(light, color, times(light.direction, -1));
  const middle = lit(light, color, [0, 0.25, -1]);
  const dark = mix(lit(light, color, light.direction), middle, 0.15);
  const stops: readonly (readonly [number, Color])[] = [
    [0, mix(bright, middle, 0.45)],
    [0.2, gloss > 0 ? lift(bright, 0.1 * gloss) : bright],
    [0.34, mix(bright, middle, 0.35)],
    [0.6, middle],
    [0.88, dark],
    [1, mix(dark, middle, 0.4)],
  ];
  const [from, to]: [Point, Point] = [
    [x - reach, y],
    [x + reach, y],
  ];
  return litFromLeft ? sheet.linearAt(stops, from, to) : sheet.linearAt(stops, to, from);
}

/** A ball standing at `centre`. */
export function ball(stage: Stage, centre: Vec3, radius: number, color: Color, gloss = 0): void {
  const { sheet, camera, light } = stage;
  const reach = radius * camera.scaleAt(centre);
  const spot = camera.project(centre);
  const lightSide = camera.project(plus(centre, times(unit(light.direction), -radius)));
  const focus: Point = [0.5 + ((lightSide[0] - spot[0]) / reach) * 0.3, 0.5 + ((lightSide[1] - spot[1]) / reach) * 0.3];
  const bright = lit(light, color, times(light.direction, -1));
  const dark = lit(light, color, light.direction);
  const fill = sheet.radial(
    [
      [0, lift(bright, 0.12 * gloss + 0.02)],
      [0.35, bright],
      [0.75, mix(bright, dark, 0.6)],
      [1, dark],
    ],
    focus,
    0.58,
  );
  sheet.circle(spot, reach, fill);
}

/** Where the light throws `point` on the level `groundY`. */
export function shadowOf(light: Light, point: Vec3, groundY = 0): Vec3 {
  const drop = (point[1] - groundY) / Math.max(0.05, -light.direction[1]);
  return plus(point, times(light.direction, drop));
}

/** The shadow that a convex body with these corners throws on the level `groundY`. */
export function castShadow(stage: Stage, corners: readonly Vec3[], color: Color, opacity: number, groundY = 0): void {
  const spots = corners.map((corner) => shadowOf(stage.light, corner, groundY));
  stage.sheet.polygon(hull(spots.map((spot) => stage.camera.project(spot))), color, { opacity });
}
