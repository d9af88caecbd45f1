import { describe, expect, it } from 'vitest';
import type { BoardSummaryRecord } from './board-records.js';
import { newsFeed } from './news-feed.js';

const post = (fields: Partial<BoardSummaryRecord> = {}): BoardSummaryRecord => ({
  id: '019a0000-0000-7000-8000-000000000001',
  type: 'BTALK',
  title: '오늘의 원두',
  beginning: '**예가체프**가 들어왔어요',
  author: { id: 'u', nickname: '미나 & 준' },
  thumbnail: null,
  cafes: [],
  startDay: null,
  endDay: null,
  replyCount: 0,
  isDisabled: false,
  isBlocked: false,
  createdAt: '2026-11-30T15:00:00.123+00:00',
  updatedAt: '2026-12-01T00:30:05.5+00:00',
  ...fields,
});
const feed = (...posts: BoardSummaryRecord[]) =>
  newsFeed({
    title: 'VirtualCafe',
    description: '소식',
    origin: 'https://cafe.example',
    pagePath: '/boards?type=BTALK',
    feedPath: '/api/v1/boards/feed.rss?type=BTALK',
    posts,
  });
const unescaped = (xml: string) =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('the news feed', () => {
  it('tells each post with its address, its id, when and by whom', () => {
    const text = feed(post());
    for (const line of [
      '<atom:link rel="self" type="application/rss+xml" href="https://cafe.example/api/v1/boards/feed.rss?type=BTALK"/>',
      '<lastBuildDate>Tue, 01 Dec 2026 00:30:05 GMT</lastBuildDate>',
      '<title>오늘의 원두</title>',
      '<link>https://cafe.example/boards/019a0000-0000-7000-8000-000000000001</link>',
      '<guid isPermaLink="false">urn:uuid:019a0000-0000-7000-8000-000000000001</guid>',
      '<pubDate>Mon, 30 Nov 2026 15:00:00 GMT</pubDate>',
      '<dc:creator>미나 &amp; 준</dc:creator>',
      '<description>예가체프가 들어왔어요</description>',
    ])
      expect(text.split('\n')).toContain(line);
    expect(feed(post({ author: null }))).not.toContain('dc:creator');
    expect(feed()).not.toContain('lastBuildDate');
  });

  it('lets nothing that was typed become a tag, in XML nor in what a reader makes HTML of', () => {
    const hostile = '1 < 2 & "x" ]]> &lt;script&gt;alert(1)&lt;/script&gt;';
    const text = feed(post({ title: '<script>alert(1)</script>', beginning: hostile }));
    expect(text).toContain('<title>&#x3C;script&#x3E;alert(1)&#x3C;/script&#x3E;</title>');
    const described = /<description>(.*)<\/description>\n<\/item>/.exec(text)?.[1] ?? '';
    const html = unescaped(described);
    expect(html).not.toMatch(/[<>]/);
    expect(unescaped(html)).toBe(hostile);
  });

  it('leaves out what XML cannot hold', () => {
    const text = feed(post({ title: 'a\u0001b\ufffe', beginning: 'c\u000bd' }));
    expect(text).toContain('<title>ab</title>');
    // oxlint-disable-next-line no-control-regex -- those are what it is about
    expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  });
});
