/** The languages pages speak. */
export type PageLanguage = 'ko' | 'en';

/** The language of ours that a visitor's `Accept-Language` (RFC 9110 section 12.5.4) likes best; Korean when it likes neither. */
export function pageLanguageOf(acceptLanguage: string | undefined): PageLanguage {
  const wishes = (acceptLanguage ?? '').split(',').map(parseWish);
  const best = wishes.filter(isOurs).toSorted((a, b) => b.weight - a.weight)[0];
  return best?.language ?? 'ko';
}

interface Wish {
  readonly language: string;
  readonly weight: number;
}

function parseWish(wish: string): Wish {
  const [tag = '', ...parameters] = wish.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  const weight = quality === undefined ? 1 : Number(quality);
  return { language: tag.split('-', 1)[0] ?? '', weight: Number.isNaN(weight) ? 0 : weight };
}

const isOurs = (wish: Wish): wish is Wish & { language: PageLanguage } =>
  (wish.language === 'ko' || wish.language === 'en') && wish.weight > 0;
