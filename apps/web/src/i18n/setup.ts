import i18next, { type BackendModule, type ReadCallback } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { keepLanguage, preferredLanguage, type Language } from '../lib/preferences/language.js';
import type { ko } from './ko.js';

/** An area of the site with texts of its own. */
export type TextArea = keyof typeof ko;

// Each area in each language is a chunk of its own: a visitor loads what the page shows, in one language.
const chunks = import.meta.glob<Record<string, object>>(['./ko/*.ts', './en/*.ts']);

async function fetchTexts(language: string, area: string): Promise<object | undefined> {
  const load = chunks[`./${language}/${area}.ts`];
  if (load === undefined) throw new Error(`There are no texts "${area}" in "${language}"`);
  return (await load())[area];
}

async function deliverTexts(language: string, area: string, done: ReadCallback): Promise<void> {
  try {
    done(null, await fetchTexts(language, area));
  } catch (error) {
    done(error instanceof Error ? error : String(error), false);
  }
}

const lazyTexts: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, area, done) => void deliverTexts(language, area, done),
};

/** Makes the texts of the frame and of all errors ready; to be awaited before the first render. */
export async function startI18n(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next
    .use(lazyTexts)
    .use(initReactI18next)
    .init({
      lng: preferredLanguage(),
      fallbackLng: false,
      load: 'currentOnly',
      // Errors come along from the start: without a connection they could not be fetched when they are needed.
      ns: ['common', 'errors'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
    });
}

/** Makes the texts of some areas ready, ahead of a page that shows them. */
export const loadTexts = (areas: readonly TextArea[]): Promise<void> => i18next.loadNamespaces(areas);

/** Switches the language of the site and keeps the choice. */
export async function switchLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  keepLanguage(language);
}
