import type { Color } from './color.js';

export type Time = 'dawn' | 'morning' | 'noon' | 'golden' | 'dusk' | 'night' | 'rain' | 'snow' | 'mist';
export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

/** The light of an hour and its weather, for everything in a picture. */
export interface Mood {
  time: Time;
  /** Zenith, middle, horizon. */
  sky: readonly [Color, Color, Color];
  cloud: Color;
  /** Colour of the air: what is far away turns into it. */
  haze: Color;
  outdoors: { key: Color; ambient: Color };
  indoors: { key: Color; ambient: Color };
  /** How much of the light comes from lamps: 0 at noon to 1 at night. */
  lamps: number;
  /** Whether the sun throws hard shadows and patches of light: 0 to 1. */
  sunshine: number;
}

const MOODS: Readonly<Record<Time, Omit<Mood, 'time'>>> = {
  dawn: {
    sky: ['#7f95c4', '#eab4b4', '#ffe2bd'],
    cloud: '#fbd3c6',
    haze: '#f2cfc4',
    outdoors: { key: '#ffe6cd', ambient: '#a193bd' },
    indoors: { key: '#fff1df', ambient: '#bda4a8' },
    lamps: 0.45,
    sunshine: 0.6,
  },
  morning: {
    sky: ['#79b8dc', '#bfe2e8', '#fdf4dd'],
    cloud: '#ffffff',
    haze: '#dcece8',
    outdoors: { key: '#fffaea', ambient: '#a3b1d0' },
    indoors: { key: '#fffaf0', ambient: '#c2b4ae' },
    lamps: 0.2,
    sunshine: 1,
  },
  noon: {
    sky: ['#4aa3d8', '#8fcfe8', '#e2f4ee'],
    cloud: '#ffffff',
    haze: '#cfe6ea',
    outdoors: { key: '#fffdf4', ambient: '#9fb6d6' },
    indoors: { key: '#fffdf6', ambient: '#bfb8b6' },
    lamps: 0.1,
    sunshine: 0.9,
  },
  golden: {
    sky: ['#8aa9c8', '#f3c8a4', '#ffb67c'],
    cloud: '#ffd9a8',
    haze: '#f6cda2',
    outdoors: { key: '#ffe0a6', ambient: '#a2829e' },
    indoors: { key: '#ffe8bf', ambient: '#b28f85' },
    lamps: 0.5,
    sunshine: 1,
  },
  dusk: {
    sky: ['#333f72', '#96689a', '#f59f78'],
    cloud: '#c98aa6',
    haze: '#b07fa0',
    outdoors: { key: '#d8b2bd', ambient: '#5f6096' },
    indoors: { key: '#ffdcae', ambient: '#9b7876' },
    lamps: 0.9,
    sunshine: 0.15,
  },
  night: {
    sky: ['#0d1738', '#1f3160', '#43568a'],
    cloud: '#33457a',
    haze: '#35487a',
    outdoors: { key: '#95a3d2', ambient: '#3f4b7c' },
    indoors: { key: '#ffd6a0', ambient: '#84624f' },
    lamps: 1,
    sunshine: 0,
  },
  rain: {
    sky: ['#566a80', '#7f919f', '#b4bdbf'],
    cloud: '#a7b3ba',
    haze: '#9fadb6',
    outdoors: { key: '#cbd5da', ambient: '#6d7e94' },
    indoors: { key: '#ffe3bd', ambient: '#93827c' },
    lamps: 0.85,
    sunshine: 0,
  },
  snow: {
    sky: ['#a3b3cb', '#cfd8e4', '#f3efee'],
    cloud: '#ecf0f5',
    haze: '#dfe4ec',
    outdoors: { key: '#f5f6fc', ambient: '#9daac8' },
    indoors: { key: '#ffeed6', ambient: '#a89a9c' },
    lamps: 0.7,
    sunshine: 0.1,
  },
  mist: {
    sky: ['#9fb7b5', '#c9d8d0', '#f0f1e4'],
    cloud: '#f2f5ee',
    haze: '#dce6dd',
    outdoors: { key: '#f3f5e8', ambient: '#8fa5a4' },
    indoors: { key: '#fbf3e0', ambient: '#a79f95' },
    lamps: 0.45,
    sunshine: 0.2,
  },
};

export function moodOf(time: Time): Mood {
  return { time, ...MOODS[time] };
}
