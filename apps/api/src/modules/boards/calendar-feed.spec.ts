import { describe, expect, it } from 'vitest';
import type { FeedEventRecord } from './board-records.js';
import { calendarFeed } from './calendar-feed.js';

const event = (fields: Partial<FeedEventRecord> = {}): FeedEventRecord => ({
  id: '019a0000-0000-7000-8000-000000000001',
  title: '시음회',
  beginning: '**원두**를 나눕니다',
  startDay: '2026-12-31',
  endDay: '2027-01-02',
  cafes: [],
  createdAt: '2026-11-30T15:00:00.123+00:00',
  updatedAt: '2026-12-01T00:30:05.5+00:00',
  ...fields,
});
const feed = (...events: FeedEventRecord[]) =>
  calendarFeed({ name: '온기, 이벤트', origin: 'https://cafe.example', events });
/** Lines as a reader puts them together again (RFC 5545 section 3.1). */
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

describe('the calendar feed', () => {
  it('tells whole days, the end exclusive, by an id that stays', () => {
    expect(unfolded(feed(event()))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//VirtualCafe//Events//KO',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      String.raw`NAME:온기\, 이벤트`,
      String.raw`X-WR-CALNAME:온기\, 이벤트`,
      'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
      'BEGIN:VEVENT',
      'UID:019a0000-0000-7000-8000-000000000001',
      'DTSTAMP:20261201T003005Z',
      'CREATED:20261130T150000Z',
      'LAST-MODIFIED:20261201T003005Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270103',
      'SUMMARY:시음회',
      'DESCRIPTION:원두를 나눕니다',
      'URL:https://cafe.example/boards/019a0000-0000-7000-8000-000000000001',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('of an event without an end tells one day, and of one at one café where', () => {
    const cafe = { id: 'c', code: 'ongi', name: '온기', address: '테헤란로 1; 2층' };
    const lines = unfolded(feed(event({ endDay: null, cafes: [cafe] })));
    expect(lines).toContain('DTEND;VALUE=DATE:20270101');
    expect(lines).toContain(String.raw`LOCATION:온기\, 테헤란로 1\; 2층`);
    const several = unfolded(feed(event({ cafes: [cafe, { ...cafe, id: 'd' }] })));
    expect(several.filter((line) => line.startsWith('LOCATION'))).toEqual([]);
  });

  it.each([
    ['marks', String.raw`a;b,c\d`, String.raw`a\;b\,c\\d`],
    ['what would end the event', 'x\r\nEND:VEVENT', String.raw`x\nEND:VEVENT`],
    ['lone line ends and separators', 'a\rb\nc\u2028d', String.raw`a\nb\nc\nd`],
    ['control characters', 'a\u0007b\u0000c', 'abc'],
  ])('escapes %s', (_, title, expected) => {
    const lines = unfolded(feed(event({ title })));
    expect(lines).toContain(`SUMMARY:${expected}`);
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
  });

  it('folds lines at 75 octets, never within a letter', () => {
    for (const title of ['가'.repeat(200), 'x'.repeat(67), 'x'.repeat(68), '🍰'.repeat(60), `a${'é'.repeat(100)}`]) {
      const text = feed(event({ title }));
      const physical = text.split('\r\n');
      for (const line of physical) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(unfolded(text)).toContain(`SUMMARY:${title}`);
      expect(text).not.toMatch(/[^\r]\n|\r[^\n]/);
    }
  });
});
