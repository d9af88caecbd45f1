import type { StarterRoomStyle } from '@virtualcafe/contracts';
import { bricks, concrete, planks, plaster, type Surface, terrazzo, tiles } from './textures/surfaces.js';
import { type View } from './textures/panorama.js';

export type WindowShape = 'mullioned' | 'pane' | 'lattice' | 'steel' | 'arched';
export type LampShape = 'dome' | 'globe' | 'lantern' | 'cone' | 'wicker';
export type ChairShape = 'spindle' | 'shell' | 'cushion' | 'steel' | 'rattan';
export type CeilingShape = 'beams' | 'flat' | 'rafters' | 'ducts' | 'slats';
export type WallFinish = 'panelled' | 'plain' | 'timbered' | 'bare';

/** Colours are sRGB as seen on a screen. */
export interface Style {
  floor: Surface;
  wall: Surface;
  ceiling: string;
  trim: string;
  wood: string;
  darkWood: string;
  tableTop: string;
  accent: string;
  second: string;
  fabric: string;
  rug: string | undefined;
  metal: string;
  lampShade: string;
  pot: readonly [string, string, string];
  counterFront: string;
  counterTop: string;
  board: readonly [string, string];
  wallFinish: WallFinish;
  ceilingShape: CeilingShape;
  windowShape: WindowShape;
  lampShape: LampShape;
  chairShape: ChairShape;
  /** Metres. */
  tableHeight: number;
  window: { width: number; sill: number; head: number; gap: number };
  view: View;
  ground: string;
  /** Warmth of the baked lamp light. */
  lampLight: string;
}

export const styles: Record<StarterRoomStyle, Style> = {
  wood: {
    floor: planks('#c99a66', '#8f5f38', 12),
    wall: plaster('#f1e6d2', 0.05),
    ceiling: '#f4ecdd',
    trim: '#8a5a34',
    wood: '#b9804c',
    darkWood: '#7a4b2a',
    tableTop: '#c48d58',
    accent: '#2f5d50',
    second: '#b5533c',
    fabric: '#3d6658',
    rug: '#a5503c',
    metal: '#c9a15a',
    lampShade: '#2f5d50',
    pot: ['#b86b4b', '#e9e0d0', '#4a6b60'],
    counterFront: '#8a5a34',
    counterTop: '#e6d3b3',
    board: ['#26302c', '#f4efe2'],
    wallFinish: 'panelled',
    ceilingShape: 'beams',
    windowShape: 'mullioned',
    lampShape: 'dome',
    chairShape: 'spindle',
    tableHeight: 0.74,
    window: { width: 1.7, sill: 0.88, head: 2.35, gap: 0.8 },
    view: 'street',
    ground: '#b5ab9c',
    lampLight: '#ffd9a0',
  },
  modern: {
    floor: terrazzo('#e4dfd8', ['#c9b8a6', '#8f8a86', '#d39a7c', '#b7c0bd', '#6f6d6c']),
    wall: plaster('#f5f3ef', 0.025),
    ceiling: '#fbfaf7',
    trim: '#3a3b3d',
    wood: '#d8b48a',
    darkWood: '#8c6a4a',
    tableTop: '#f3f1ec',
    accent: '#d0795a',
    second: '#5d7c93',
    fabric: '#c98467',
    rug: '#d9cdbf',
    metal: '#2c2d2f',
    lampShade: '#f8f3ea',
    pot: ['#f1eee8', '#c9a68f', '#55585a'],
    counterFront: '#d8b48a',
    counterTop: '#f4f2ee',
    board: ['#f7f4ee', '#35373a'],
    wallFinish: 'plain',
    ceilingShape: 'flat',
    windowShape: 'pane',
    lampShape: 'globe',
    chairShape: 'shell',
    tableHeight: 0.73,
    window: { width: 2.3, sill: 0.32, head: 2.6, gap: 0.5 },
    view: 'street',
    ground: '#c4c2bd',
    lampLight: '#ffe6c4',
  },
  hanok: {
    floor: planks('#b78450', '#8d5f36', 8),
    wall: plaster('#f4ecdb', 0.06, 12),
    ceiling: '#efe6d3',
    trim: '#5b3a22',
    wood: '#8b5a33',
    darkWood: '#54341e',
    tableTop: '#7d4b28',
    accent: '#34576b',
    second: '#9c3f36',
    fabric: '#3f6078',
    rug: '#d9c69a',
    metal: '#3b332b',
    lampShade: '#fff1d6',
    pot: ['#8a9c8d', '#5e4a3c', '#d9d2c2'],
    counterFront: '#6b4427',
    counterTop: '#8b5a33',
    board: ['#f3e7cc', '#3b2a1e'],
    wallFinish: 'timbered',
    ceilingShape: 'rafters',
    windowShape: 'lattice',
    lampShape: 'lantern',
    chairShape: 'cushion',
    tableHeight: 0.36,
    window: { width: 1.6, sill: 0.45, head: 2.15, gap: 1 },
    view: 'hills',
    ground: '#c9bda3',
    lampLight: '#ffd79c',
  },
  industrial: {
    floor: concrete('#a5a19b'),
    wall: bricks(['#8e4f3b', '#b0705a'], '#b9aea2'),
    ceiling: '#6c6966',
    trim: '#2b2c2e',
    wood: '#a8713f',
    darkWood: '#63422a',
    tableTop: '#a06c3d',
    accent: '#2f4a4f',
    second: '#c58a34',
    fabric: '#8a5a3a',
    rug: undefined,
    metal: '#37393c',
    lampShade: '#2a2c2f',
    pot: ['#6d6f70', '#3b3d3f', '#a9653f'],
    counterFront: '#3a3c3f',
    counterTop: '#a8713f',
    board: ['#1f2123', '#f2ede2'],
    wallFinish: 'bare',
    ceilingShape: 'ducts',
    windowShape: 'steel',
    lampShape: 'cone',
    chairShape: 'steel',
    tableHeight: 0.75,
    window: { width: 2.1, sill: 0.75, head: 2.75, gap: 0.9 },
    view: 'street',
    ground: '#8f8c88',
    lampLight: '#ffc983',
  },
  garden: {
    floor: tiles(['#e9e4d6', '#a9b89a'], 6, '#cfc8b8'),
    wall: plaster('#eef0e2', 0.04),
    ceiling: '#f7f6ee',
    trim: '#f2efe4',
    wood: '#d3a873',
    darkWood: '#a57b4c',
    tableTop: '#efe9dc',
    accent: '#6f8f63',
    second: '#d98f7b',
    fabric: '#e3b7a0',
    rug: '#cbb98f',
    metal: '#e9e4d8',
    lampShade: '#cfa46e',
    pot: ['#c77c58', '#f2ede2', '#8fa68a'],
    counterFront: '#7f9b74',
    counterTop: '#f1ead9',
    board: ['#3f5a45', '#f6f2e4'],
    wallFinish: 'panelled',
    ceilingShape: 'slats',
    windowShape: 'arched',
    lampShape: 'wicker',
    chairShape: 'rattan',
    tableHeight: 0.72,
    window: { width: 1.6, sill: 0.62, head: 2.5, gap: 0.7 },
    view: 'trees',
    ground: '#9fb07e',
    lampLight: '#ffe0b0',
  },
};
