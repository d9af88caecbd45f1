import type { Vec3 } from '../kit/camera.js';
import { type Color, lift, mix } from '../kit/color.js';
import type { Mood } from '../kit/mood.js';
import { ball, disc, type Profile, type Stage, turned } from '../kit/solids.js';

export type LampKind = 'dome' | 'globe' | 'cone' | 'paper' | 'bulb' | 'rattan';

const SHADES: Readonly<Record<LampKind, Profile>> = {
  dome: [
    [0.21, 0],
    [0.19, 0.07],
    [0.12, 0.13],
    [0.03, 0.17],
  ],
  cone: [
    [0.2, 0],
    [0.05, 0.22],
    [0.03, 0.26],
  ],
  globe: [
    [0.05, 0],
    [0.14, 0.06],
    [0.17, 0.16],
    [0.14, 0.26],
    [0.05, 0.32],
  ],
  paper: [
    [0.12, 0],
    [0.27, 0.1],
    [0.3, 0.22],
    [0.27, 0.34],
    [0.12, 0.44],
  ],
  bulb: [
    [0.02, 0],
    [0.05, 0.05],
    [0.035, 0.1],
    [0.02, 0.15],
  ],
  rattan: [
    [0.24, 0],
    [0.27, 0.1],
    [0.17, 0.24],
    [0.05, 0.28],
  ],
};

const SHINES: ReadonlySet<LampKind> = new Set(['globe', 'paper', 'bulb']);

/** A lamp hanging from `ceiling` so that its lower rim is at `at`. */
export function drawPendant(stage: Stage, at: Vec3, ceiling: number, kind: LampKind, color: Color, mood: Mood): void {
  const { sheet, camera } = stage;
  const scale = camera.scaleAt(at);
  const profile = SHADES[kind];
  const tall = Math.max(...profile.map(([, height]) => height));
  const [top, neck] = [camera.project([at[0], ceiling, at[2]]), camera.project([at[0], at[1] + tall, at[2]])];
  sheet.stroke(`M${top.join(' ')}L${neck.join(' ')}`, '#3b2f2b', Math.max(1, 0.01 * scale));
  const heart = camera.project([at[0], at[1] + tall * 0.4, at[2]]);
  sheet.glow(heart, scale * 0.85, '#ffdfa0', 0.22 + mood.lamps * 0.45);
  if (SHINES.has(kind)) drawShiningShade(stage, at, profile, color, mood);
  else drawDarkShade(stage, at, profile, kind === 'rattan' ? mix('#c99a5e', color, 0.15) : color, mood);
}

/** Paper or glass that glows as a whole. */
function drawShiningShade(stage: Stage, at: Vec3, profile: Profile, color: Color, mood: Mood): void {
  const light = { ...stage.light, key: '#ffffff', ambient: mix('#e3d2b8', '#ffd894', mood.lamps) };
  const paper = mix(mix('#f4ead9', color, 0.05), '#ffe9b8', 0.25 + mood.lamps * 0.6);
  turned({ ...stage, light }, at, profile, paper, { gloss: 0.3 });
}

/** A shade that lets light out only below. */
function drawDarkShade(stage: Stage, at: Vec3, profile: Profile, color: Color, mood: Mood): void {
  const { sheet, camera } = stage;
  const rim = profile[0]?.[0] ?? 0;
  disc(stage, [at[0], at[1] + 0.005, at[2]], rim, mix('#fff2cc', '#ffe2a0', mood.lamps));
  turned(stage, at, profile, color, { gloss: 0.5 });
  const [x, y] = camera.project(at);
  const scale = camera.scaleAt(at);
  sheet.glow([x, y + 0.04 * scale], scale * 0.34, '#fff0c4', 0.5 + mood.lamps * 0.4, 0.55);
}

/** The pool of light under a lamp, on a level surface. */
export function drawLampPool(stage: Stage, at: Vec3, radius: number, strength: number): void {
  const fill = stage.sheet.radial([
    [0, '#ffe0a2', strength],
    [0.5, '#ffd48c', strength * 0.4],
    [1, '#ffd48c', 0],
  ]);
  disc(stage, at, radius, fill);
}

export function drawFloorLamp(stage: Stage, color: Color, mood: Mood): void {
  turned(
    stage,
    [0, 0, 0],
    [
      [0.16, 0],
      [0.15, 0.03],
    ],
    '#3f3733',
  );
  turned(
    stage,
    [0, 0.03, 0],
    [
      [0.014, 0],
      [0.014, 1.42],
    ],
    '#8a6a45',
  );
  const heart = stage.camera.project([0, 1.6, 0]);
  const scale = stage.camera.scaleAt([0, 1.6, 0]);
  stage.sheet.glow(heart, 1.1 * scale, '#ffdc9a', 0.3 + mood.lamps * 0.45);
  const shade = mix(mix(color, '#f5e8cf', 0.6), '#ffe3a6', 0.3 + mood.lamps * 0.5);
  turned(
    { ...stage, light: { ...stage.light, key: '#ffffff', ambient: '#f0d7ae' } },
    [0, 1.42, 0],
    [
      [0.24, 0],
      [0.15, 0.32],
    ],
    shade,
  );
}

export function drawTableLamp(stage: Stage, at: Vec3, color: Color, mood: Mood): void {
  const [x, y, z] = at;
  turned(
    stage,
    at,
    [
      [0.06, 0],
      [0.05, 0.02],
    ],
    lift(color, -0.1),
  );
  turned(
    stage,
    [x, y + 0.02, z],
    [
      [0.012, 0],
      [0.012, 0.2],
    ],
    '#8a6a45',
  );
  stage.sheet.glow(
    stage.camera.project([x, y + 0.26, z]),
    0.5 * stage.camera.scaleAt(at),
    '#ffdc9a',
    0.3 + mood.lamps * 0.5,
  );
  turned(
    { ...stage, light: { ...stage.light, key: '#ffffff', ambient: '#f0d7ae' } },
    [x, y + 0.2, z],
    [
      [0.11, 0],
      [0.05, 0.13],
    ],
    mix(color, '#ffe9bd', 0.5),
  );
}

export function drawCandle(stage: Stage, at: Vec3): void {
  const [x, y, z] = at;
  turned(
    stage,
    at,
    [
      [0.03, 0],
      [0.03, 0.07],
    ],
    '#f6ead2',
  );
  ball(stage, [x, y + 0.095, z], 0.014, '#ffd98c', 1);
  stage.sheet.glow(stage.camera.project([x, y + 0.1, z]), 0.24 * stage.camera.scaleAt(at), '#ffd07a', 0.7);
}
