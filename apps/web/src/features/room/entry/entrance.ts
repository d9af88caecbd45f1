import { type Avatar, avatarLooks } from '@virtualcafe/contracts';
import { readText, writeText } from '../../../lib/preferences/stored-text.js';

/** What a visitor brings along: kept on this device for the next visit. */
export interface Entrance {
  /** Empty: the room gives a guest one. */
  readonly nickname: string;
  readonly avatar: Avatar;
}

/** Colours of clothes to choose from, each with a name in the texts. */
export const clothColors = {
  clay: '#b0613c',
  persimmon: '#d9582b',
  honey: '#dba13a',
  leaf: '#6f9a4f',
  pine: '#2f6b57',
  sea: '#3d7ea6',
  plum: '#7d4a73',
  ink: '#3b3f4a',
} as const;

export type ClothColor = keyof typeof clothColors;

const nicknameKey = 'vc.room.nickname';
const avatarKey = 'vc.room.avatar';

const isLook = (value: unknown): value is Avatar['look'] => avatarLooks.some((look) => look === value);
const isColor = (value: unknown): value is string => Object.values<unknown>(clothColors).includes(value);

/** Reads "look #color"; anything else is as if nothing had been kept. `random` from 0 to 1 dresses a newcomer. */
export function avatarOf(kept: string | null, random: number): Avatar {
  const [look, color] = kept?.split(' ') ?? [];
  if (isLook(look) && isColor(color)) return { look, color };
  const colors = Object.values(clothColors);
  const pick = Math.floor(random * avatarLooks.length * colors.length);
  return {
    look: avatarLooks[pick % avatarLooks.length] ?? 'traveler',
    color: colors[Math.floor(pick / avatarLooks.length) % colors.length] ?? clothColors.clay,
  };
}

export const keptEntrance = (): Entrance => ({
  nickname: readText(nicknameKey) ?? '',
  avatar: avatarOf(readText(avatarKey), Math.random()),
});

export const keepAvatar = ({ look, color }: Avatar): void => writeText(avatarKey, `${look} ${color}`);

export function keepEntrance({ nickname, avatar }: Entrance): void {
  writeText(nicknameKey, nickname === '' ? null : nickname);
  keepAvatar(avatar);
}

/** NFC and trimmed, as the room takes it; null when it is too short or too long for one. Empty is a choice as well. */
export function tidyNickname(typed: string): string | null {
  const tidy = typed.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  return tidy === '' || (tidy.length >= 2 && tidy.length <= 20) ? tidy : null;
}
