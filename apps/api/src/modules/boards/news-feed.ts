import type { BoardSummaryRecord } from './board-records.js';
import { excerptOf } from './plain-text.js';

/** The newest posts for feed readers (RSS 2.0, https://www.rssboard.org/rss-specification). */
export interface NewsFeed {
  readonly title: string;
  readonly description: string;
  /** Of the site, without a slash at its end. */
  readonly origin: string;
  /** Of the page that lists the posts, and of the feed, below the origin. */
  readonly pagePath: string;
  readonly feedPath: string;
  /** Newest first. */
  readonly posts: readonly BoardSummaryRecord[];
}

const descriptionLetters = 300;

export function newsFeed({ title, description, origin, pagePath, feedPath, posts }: NewsFeed): string {
  const changedAt = posts.reduce((latest, { updatedAt }) => Math.max(latest, Date.parse(updatedAt)), 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<channel>',
    `<title>${plain(title)}</title>`,
    `<link>${escapeXml(`${origin}${pagePath}`)}</link>`,
    `<description>${escapeXml(description)}</description>`,
    '<language>ko</language>',
    `<atom:link rel="self" type="application/rss+xml" href="${escapeXml(`${origin}${feedPath}`)}"/>`,
    ...(changedAt === 0 ? [] : [`<lastBuildDate>${new Date(changedAt).toUTCString()}</lastBuildDate>`]),
    ...posts.map((post) => item(post, origin)),
    '</channel>',
    '</rss>',
    '',
  ].join('\n');
}

function item({ id, type, title, beginning, author, createdAt }: BoardSummaryRecord, origin: string): string {
  return [
    '<item>',
    `<title>${plain(title)}</title>`,
    `<link>${escapeXml(`${origin}/boards/${id}`)}</link>`,
    `<guid isPermaLink="false">urn:uuid:${id}</guid>`,
    `<pubDate>${new Date(createdAt).toUTCString()}</pubDate>`,
    `<category>${type}</category>`,
    ...(author === null ? [] : [`<dc:creator>${escapeXml(author.nickname)}</dc:creator>`]),
    // Readers take a description for HTML: the text is escaped for it first, then as XML.
    `<description>${escapeXml(escapeXml(excerptOf(beginning, descriptionLetters)))}</description>`,
    '</item>',
  ].join('\n');
}

/** What XML 1.0 cannot hold, not even escaped. */
// oxlint-disable-next-line no-control-regex -- those are what it is about
const unspeakable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeXml = (text: string): string =>
  text.replaceAll(unspeakable, '').replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '');

/** A title, which some readers take for HTML and others do not: as the RSS Advisory Board advises, both show what was written. */
const plain = (text: string): string =>
  text.replaceAll(unspeakable, '').replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;').replaceAll('>', '&#x3E;');
