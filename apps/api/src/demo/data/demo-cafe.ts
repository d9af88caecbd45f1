import type { OpeningHours } from '@virtualcafe/contracts';
import type { CafeScene } from '../drawing/cafe-scene.js';
import type { Palette } from '../drawing/palette.js';

export interface DemoVirtualLink {
  type: 'ZEPETO' | 'WEB_VIEWER' | 'OTHER';
  name: string;
  url: string;
  isAvailable: boolean;
}

/** An invented café at a place that exists. */
export interface DemoCafe {
  /** Its part of the address; also the seed of its pictures. */
  code: string;
  name: string;
  /** For the English descriptions of its pictures. */
  nameEn: string;
  /** Login id of the demo user who owns it. */
  owner: string;
  /** Names from the 시·도 down to the region it stands in. */
  region: readonly string[];
  address: string;
  directions: string;
  latitude: number;
  longitude: number;
  phone: string;
  openingHours: OpeningHours;
  tagline: string;
  introduction: string;
  ceoName: string;
  /** Correct check digit, but a tax office code (000) that nobody is given. */
  businessNumber: string;
  links: readonly DemoVirtualLink[];
  scene: CafeScene;
}

/** The text of a café in paragraphs. */
export const paragraphs = (...texts: string[]): string => texts.join('\n\n');

export function paletteOf(
  ...[wall, wood, roof, floor, accent, textile]: [string, string, string, string, string, string]
): Palette {
  return { wall, wood, roof, floor, accent, textile };
}

type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

const WEEK: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

export interface Hours {
  /** `10:00-22:00` */
  week: string;
  /** Saturday and Sunday, where they differ. */
  weekend?: string;
  off?: readonly Weekday[];
  note?: string;
}

export function opening({ week, weekend, off = [], note = '' }: Hours): OpeningHours {
  const days = WEEK.map((day) => {
    if (off.includes(day)) return null;
    const [open = '', close = ''] = (day === 'sat' || day === 'sun' ? (weekend ?? week) : week).split('-');
    return { open, close };
  });
  return { days, note };
}

const SITE = 'https://example.com';

export const zepeto = (code: string, name: string, isAvailable = true): DemoVirtualLink => ({
  type: 'ZEPETO',
  name,
  url: `${SITE}/zepeto/worlds/${code}`,
  isAvailable,
});

export const webRoom = (code: string, name: string, isAvailable = true): DemoVirtualLink => ({
  type: 'WEB_VIEWER',
  name,
  url: `${SITE}/rooms/${code}`,
  isAvailable,
});

export const elsewhere = (path: string, name: string, isAvailable = true): DemoVirtualLink => ({
  type: 'OTHER',
  name,
  url: `${SITE}/${path}`,
  isAvailable,
});
