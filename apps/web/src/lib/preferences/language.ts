import { readText, writeText } from './stored-text.js';

export const languages = ['ko', 'en'] as const;
export type Language = (typeof languages)[number];

const storageKey = 'vc.language';

export const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value);

/** The first wish that the site speaks, by its primary subtag ("en-GB" is "en"); else Korean. */
export function chooseLanguage(kept: string | null, wishes: readonly string[]): Language {
  if (isLanguage(kept)) return kept;
  return wishes.map((wish) => wish.split('-')[0]?.toLowerCase()).find(isLanguage) ?? 'ko';
}

export const preferredLanguage = (): Language => chooseLanguage(readText(storageKey), navigator.languages);

export const keepLanguage = (language: Language): void => writeText(storageKey, language);
