import type { Cafe, Viewer } from '@virtualcafe/contracts';
import type { PageLanguage } from './page-language.rules.js';
import type { RoomView } from './page-subject.rules.js';

export interface PagePicture {
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** What a page says of itself to search engines and to those it is shared with. */
export interface PageDescription {
  readonly language: PageLanguage;
  readonly title: string;
  readonly description: string;
  readonly canonicalUrl: string;
  readonly picture: PagePicture | null;
  readonly isIndexed: boolean;
}

const siteName = 'VirtualCafe';
const longestDescription = 160;

const siteTexts: Readonly<Record<PageLanguage, { title: string; description: string }>> = {
  ko: {
    title: `문을 열면, 카페 · ${siteName}`,
    description: '동네 카페를 찾고, 사진으로 둘러보고, 가상 공간으로 먼저 들어가 보세요.',
  },
  en: {
    title: `Open the door to a café · ${siteName}`,
    description: 'Find a café nearby, look around in photos, and step into its virtual room before you go.',
  },
};

/** Any page without a description of its own. */
export const describeSite = (language: PageLanguage, canonicalUrl: string): PageDescription => ({
  language,
  ...siteTexts[language],
  canonicalUrl,
  picture: null,
  isIndexed: true,
});

/** The page of a café or a room there is not. */
export const describeMissing = (language: PageLanguage, canonicalUrl: string): PageDescription => ({
  ...describeSite(language, canonicalUrl),
  isIndexed: false,
});

/** The page of a café; `origin` makes its addresses absolute, as those who share them need. */
export function describeCafe(cafe: Cafe, language: PageLanguage, origin: string): PageDescription {
  return {
    language,
    title: `${cafe.name} · ${siteName}`,
    description: summaryOf(cafe),
    canonicalUrl: `${origin}/cafes/${cafe.code}`,
    picture: coverOf(cafe, origin),
    isIndexed: true,
  };
}

function coverOf({ name, thumbnail }: Cafe, origin: string): PagePicture | null {
  if (thumbnail === null) return null;
  const { url, width, height } = thumbnail;
  return { url: `${origin}${url}`, width, height, alt: name };
}

const roomTexts: Readonly<Record<PageLanguage, (cafe: string) => string>> = {
  ko: (cafe) => `${cafe}의 3D 공간입니다. 걸어서 둘러보고, 다른 손님들과 인사를 나누어 보세요.`,
  en: (cafe) => `The 3D room of ${cafe}. Walk around in it and meet other visitors.`,
};

/** A page of a room of this café. The tour is a page in its own right; the poster is for the printer, not for search engines. */
export function describeRoom(
  { room, cafe, view }: { room: Viewer; cafe: Cafe; view: RoomView },
  language: PageLanguage,
  origin: string,
): PageDescription {
  return {
    language,
    title: `${room.name} · ${cafe.name} · ${siteName}`,
    description: shortened(`${roomTexts[language](cafe.name)} ${cafe.tagline}`),
    canonicalUrl: `${origin}/r/${room.code}${view === 'tour' ? '/tour' : ''}`,
    picture: coverOf(cafe, origin),
    isIndexed: view !== 'poster',
  };
}

function summaryOf({ tagline, introduction, address }: Cafe): string {
  return shortened([tagline, introduction, address].find((each) => each.trim() !== '') ?? '');
}

function shortened(text: string): string {
  const letters = Array.from(text.replaceAll(/\s+/g, ' ').trim());
  return letters.length <= longestDescription
    ? letters.join('')
    : `${letters.slice(0, longestDescription - 1).join('')}…`;
}

const locales: Readonly<Record<PageLanguage, string>> = { ko: 'ko_KR', en: 'en_US' };

/** The description as elements of `<head>`; Open Graph (https://ogp.me) and Twitter's cards. */
export function headElementsOf(page: PageDescription): string {
  const { picture } = page;
  const elements = [
    `<title>${escapeHtml(page.title)}</title>`,
    named('description', page.description),
    ...(page.isIndexed ? [] : [named('robots', 'noindex')]),
    `<link rel="canonical" href="${escapeHtml(page.canonicalUrl)}" />`,
    property('og:type', 'website'),
    property('og:site_name', siteName),
    property('og:locale', locales[page.language]),
    property('og:title', page.title),
    property('og:description', page.description),
    property('og:url', page.canonicalUrl),
    named('twitter:card', picture === null ? 'summary' : 'summary_large_image'),
    named('twitter:title', page.title),
    named('twitter:description', page.description),
  ];
  if (picture !== null)
    elements.push(
      property('og:image', picture.url),
      property('og:image:type', 'image/webp'),
      property('og:image:width', String(picture.width)),
      property('og:image:height', String(picture.height)),
      property('og:image:alt', picture.alt),
      named('twitter:image', picture.url),
      named('twitter:image:alt', picture.alt),
    );
  return elements.join('\n    ');
}

const named = (name: string, content: string): string => `<meta name="${name}" content="${escapeHtml(content)}" />`;
const property = (name: string, content: string): string =>
  `<meta property="${name}" content="${escapeHtml(content)}" />`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML, also between quotation marks. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
