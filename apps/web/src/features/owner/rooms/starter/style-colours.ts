import type { StarterRoomStyle } from '@virtualcafe/contracts';

/** How a style's picture and plan are painted: colours of the room that is made, as seen on a screen. */
export type StyleColours = {
  readonly floor: string;
  readonly floorLine: string;
  readonly wall: string;
  readonly trim: string;
  readonly table: string;
  readonly accent: string;
  readonly second: string;
  readonly shade: string;
  readonly sky: string;
  readonly window: 'mullioned' | 'pane' | 'lattice' | 'steel' | 'arched';
};

export const coloursOf: Record<StarterRoomStyle, StyleColours> = {
  wood: {
    floor: '#c99a66',
    floorLine: '#a97849',
    wall: '#f1e6d2',
    trim: '#8a5a34',
    table: '#9a6337',
    accent: '#2f5d50',
    second: '#b5533c',
    shade: '#2f5d50',
    sky: '#cfe3ec',
    window: 'mullioned',
  },
  modern: {
    floor: '#e4dfd8',
    floorLine: '#cfc7bc',
    wall: '#f8f6f2',
    trim: '#3a3b3d',
    table: '#ffffff',
    accent: '#d0795a',
    second: '#5d7c93',
    shade: '#f2dcae',
    sky: '#d3e4f1',
    window: 'pane',
  },
  hanok: {
    floor: '#b78450',
    floorLine: '#8d5f36',
    wall: '#f4ecdb',
    trim: '#5b3a22',
    table: '#6b4024',
    accent: '#34576b',
    second: '#9c3f36',
    shade: '#fbe6bd',
    sky: '#dbe7df',
    window: 'lattice',
  },
  industrial: {
    floor: '#a5a19b',
    floorLine: '#8c8882',
    wall: '#a0614b',
    trim: '#2b2c2e',
    table: '#b07c49',
    accent: '#2f4a4f',
    second: '#c58a34',
    shade: '#2a2c2f',
    sky: '#c3d4de',
    window: 'steel',
  },
  garden: {
    floor: '#e9e4d6',
    floorLine: '#a9b89a',
    wall: '#eef0e2',
    trim: '#7f9b74',
    table: '#fbf8ef',
    accent: '#6f8f63',
    second: '#d98f7b',
    shade: '#cfa46e',
    sky: '#cfe6d6',
    window: 'arched',
  },
};
