import type { Color } from './color.js';

export type Point = readonly [x: number, y: number];
/** A colour, or a reference to a gradient that the sheet handed out. */
export type Paint = string;
export type Stop = readonly [offset: number, color: Color, opacity?: number];

export interface Style {
  opacity?: number;
  stroke?: Paint;
  strokeWidth?: number;
  round?: boolean;
  dash?: string;
}

export interface GroupStyle {
  /** Path data; what is drawn in the group shows only inside it. */
  clip?: string;
  opacity?: number;
  transform?: string;
}

const number = (value: number): string => String(Math.round(value * 10) / 10);

/** Path data through `points`, straight from one to the next. */
export function polyline(points: readonly Point[], closed = true): string {
  const body = points.map(([x, y]) => `${number(x)} ${number(y)}`).join('L');
  return `M${body}${closed ? 'Z' : ''}`;
}

/** Path data through `points` as one smooth curve (Catmull-Rom turned into cubic Béziers). */
export function curve(points: readonly Point[], closed = false): string {
  const count = points.length;
  const at = (index: number): Point => {
    const wrapped = closed ? (index + count) % count : Math.min(count - 1, Math.max(0, index));
    return points[wrapped] ?? [0, 0];
  };
  const start = at(0);
  let data = `M${number(start[0])} ${number(start[1])}`;
  const segments = closed ? count : count - 1;
  for (let index = 0; index < segments; index += 1) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const control1: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const control2: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    data += `C${[control1, control2, to].map(([x, y]) => `${number(x)} ${number(y)}`).join(' ')}`;
  }
  return closed ? `${data}Z` : data;
}

export const rectangle = (x: number, y: number, width: number, height: number): string =>
  `M${number(x)} ${number(y)}h${number(width)}v${number(height)}h${number(-width)}Z`;

/** The outline of the convex hull of `points` (Andrew's monotone chain). */
export function hull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const chain = (ordered: readonly Point[]): Point[] => {
    const kept: Point[] = [];
    for (const point of ordered) {
      while (kept.length >= 2 && !turnsLeft(kept[kept.length - 2], kept[kept.length - 1], point)) {
        kept.pop();
      }
      kept.push(point);
    }
    kept.pop();
    return kept;
  };
  return [...chain(sorted), ...chain(sorted.toReversed())];
}

function turnsLeft(a: Point | undefined, b: Point | undefined, c: Point): boolean {
  if (a === undefined || b === undefined) return true;
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0;
}

/** An SVG document being drawn, front-most last. It holds no text, so it needs no fonts. */
export class Sheet {
  private readonly ids = new Map<string, string>();
  private readonly definitions: string[] = [];
  private readonly parts: string[] = [];

  constructor(
    readonly width: number,
    readonly height: number,
  ) {}

  /** A gradient across the bounding box of whatever is filled with it; 0° runs right, 90° runs down. */
  linear(stops: readonly Stop[], angleDegrees = 90): Paint {
    const angle = (angleDegrees * Math.PI) / 180;
    const [dx, dy] = [Math.cos(angle) / 2, Math.sin(angle) / 2];
    const frame = [0.5 - dx, 0.5 - dy, 0.5 + dx, 0.5 + dy].map((v) => v.toFixed(3));
    return this.define(
      'linearGradient',
      `x1="${frame[0]}" y1="${frame[1]}" x2="${frame[2]}" y2="${frame[3]}"`,
      stopList(stops),
    );
  }

  /** From one colour to another across whatever is filled; downwards unless an angle is given. */
  shaded(from: Color, to: Color, angleDegrees = 90): Paint {
    const stops: readonly Stop[] = [
      [0, from],
      [1, to],
    ];
    return this.linear(stops, angleDegrees);
  }

  /** A gradient between two points of the sheet. */
  linearAt(stops: readonly Stop[], from: Point, to: Point): Paint {
    const frame = [from[0], from[1], to[0], to[1]].map(number);
    return this.define(
      'linearGradient',
      `gradientUnits="userSpaceOnUse" x1="${frame[0]}" y1="${frame[1]}" x2="${frame[2]}" y2="${frame[3]}"`,
      stopList(stops),
    );
  }

  /** A gradient from `focus` (fractions of the bounding box) out to its edge. */
  radial(stops: readonly Stop[], focus: Point = [0.5, 0.5], radius = 0.5): Paint {
    return this.define(
      'radialGradient',
      `cx="0.5" cy="0.5" r="${radius}" fx="${focus[0]}" fy="${focus[1]}"`,
      stopList(stops),
    );
  }

  radialAt(stops: readonly Stop[], centre: Point, radius: number): Paint {
    return this.define(
      'radialGradient',
      `gradientUnits="userSpaceOnUse" cx="${number(centre[0])}" cy="${number(centre[1])}" r="${number(radius)}"`,
      stopList(stops),
    );
  }

  path(data: string, fill: Paint, style: Style = {}): void {
    this.parts.push(`<path d="${data}" fill="${fill}"${attributes(style)}/>`);
  }

  polygon(points: readonly Point[], fill: Paint, style: Style = {}): void {
    this.path(polyline(points), fill, style);
  }

  rect(x: number, y: number, width: number, height: number, fill: Paint, style: Style = {}): void {
    this.path(rectangle(x, y, width, height), fill, style);
  }

  /** A rectangle with corners rounded by `radius`. */
  pill([x, y]: Point, [width, height]: Point, radius: number, fill: Paint, style: Style = {}): void {
    const frame = `x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"`;
    this.parts.push(`<rect ${frame} rx="${number(radius)}" fill="${fill}"${attributes(style)}/>`);
  }

  ellipse([cx, cy]: Point, rx: number, ry: number, fill: Paint, style: Style = {}): void {
    const frame = `cx="${number(cx)}" cy="${number(cy)}" rx="${number(rx)}" ry="${number(ry)}"`;
    this.parts.push(`<ellipse ${frame} fill="${fill}"${attributes(style)}/>`);
  }

  circle(centre: Point, radius: number, fill: Paint, style: Style = {}): void {
    this.ellipse(centre, radius, radius, fill, style);
  }

  /** An open stroke along path data. */
  stroke(data: string, color: Paint, width: number, style: Style = {}): void {
    this.path(data, 'none', { round: true, ...style, stroke: color, strokeWidth: width });
  }

  /** A soft round light or shadow that fades to nothing at its edge. */
  glow(centre: Point, radius: number, color: Color, opacity: number, flatness = 1): void {
    const fill = this.radial([
      [0, color, opacity],
      [0.35, color, opacity * 0.52],
      [0.7, color, opacity * 0.13],
      [1, color, 0],
    ]);
    this.ellipse(centre, radius, radius * flatness, fill);
  }

  group(style: GroupStyle, draw: () => void): void {
    this.parts.push(`<g${this.groupAttributes(style)}>`);
    draw();
    this.parts.push('</g>');
  }

  /** The document, to be rendered `shrink` times smaller than the sheet. */
  toString(shrink = 1): string {
    const definitions = this.definitions.join('');
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.round(this.width / shrink)}" height="${Math.round(this.height / shrink)}" ` +
      `viewBox="0 0 ${this.width} ${this.height}"><defs>${definitions}</defs>${this.parts.join('')}</svg>`
    );
  }

  private groupAttributes(style: GroupStyle): string {
    let text = '';
    if (style.clip !== undefined) {
      const clip = this.define('clipPath', '', `<path d="${style.clip}"/>`);
      text += ` clip-path="${clip}"`;
    }
    if (style.opacity !== undefined) text += ` opacity="${style.opacity}"`;
    if (style.transform !== undefined) text += ` transform="${style.transform}"`;
    return text;
  }

  /** Equal definitions are written once. */
  private define(element: string, frame: string, content: string): Paint {
    const body = `${frame}>${content}</${element}>`;
    const key = element + body;
    let id = this.ids.get(key);
    if (id === undefined) {
      id = `d${this.ids.size}`;
      this.ids.set(key, id);
      this.definitions.push(`<${element} id="${id}" ${body}`);
    }
    return `url(#${id})`;
  }
}

function stopList(stops: readonly Stop[]): string {
  return stops
    .map(([offset, color, opacity]) => {
      const alpha = opacity === undefined ? '' : ` stop-opacity="${opacity.toFixed(3)}"`;
      return `<stop offset="${offset}" stop-color="${color}"${alpha}/>`;
    })
    .join('');
}

function attributes(style: Style): string {
  let text = '';
  if (style.opacity !== undefined) text += ` opacity="${style.opacity}"`;
  if (style.stroke !== undefined) text += ` stroke="${style.stroke}"`;
  if (style.strokeWidth !== undefined) text += ` stroke-width="${number(style.strokeWidth)}"`;
  if (style.round === true) text += ' stroke-linecap="round" stroke-linejoin="round"';
  if (style.dash !== undefined) text += ` stroke-dasharray="${style.dash}"`;
  return text;
}
