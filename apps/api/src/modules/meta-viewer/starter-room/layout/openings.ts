import { type Style } from '../styles.js';
import { measures } from './room-plan.js';
import { freeSpans, type Opening, type Span, type Wall } from './walls.js';

const cornerMargin = 0.55;

const spread = (span: Span, style: Style): number[] => {
  const { width, gap } = style.window;
  const length = span.to - span.from;
  const count = Math.floor((length + gap) / (width + gap));
  return Array.from({ length: count }, (_, index) => span.from + (length / count) * (index + 0.5));
};

const windowAt = (wall: Wall, middle: number, style: Style, height: number): Opening => ({
  kind: 'window',
  wall: wall.name,
  left: middle - style.window.width / 2,
  right: middle + style.window.width / 2,
  bottom: style.window.sill,
  top: Math.min(style.window.head + Math.max(0, height - 3.2) * 0.5, height - 0.4),
});

/** The door in the middle of the front wall, windows on both sides of it and along the window wall. */
export const planOpenings = (front: Wall, windowWalls: readonly Wall[], style: Style, height: number): Opening[] => {
  const half = measures.doorWidth / 2;
  const door: Opening = {
    kind: 'door',
    wall: 'front',
    left: -half,
    right: half,
    bottom: 0,
    top: Math.min(measures.doorHeight, height - 0.4),
  };
  const whole = (wall: Wall): Span => ({ from: cornerMargin - wall.length / 2, to: wall.length / 2 - cornerMargin });
  const beside = freeSpans(whole(front), [{ from: -half, to: half }], 0.35);
  return [
    door,
    ...beside.flatMap((span) => spread(span, style)).map((u) => windowAt(front, u, style, height)),
    ...windowWalls.flatMap((wall) => spread(whole(wall), style).map((u) => windowAt(wall, u, style, height))),
  ];
};
