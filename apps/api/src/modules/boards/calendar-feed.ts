import { dayAfter } from '@virtualcafe/contracts';
import type { FeedEventRecord } from './board-records.js';
import { excerptOf } from './plain-text.js';

/** A calendar others subscribe to (RFC 5545). */
export interface CalendarFeed {
  readonly name: string;
  /** Of the site, without a slash at its end. */
  readonly origin: string;
  readonly events: readonly FeedEventRecord[];
}

const lineOctets = 75;
const descriptionLetters = 200;

/** The feed as iCalendar text: whole days, an event without an end lasts one. */
export function calendarFeed({ name, origin, events }: CalendarFeed): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//VirtualCafe//Events//KO',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    property('NAME', name),
    property('X-WR-CALNAME', name),
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ...events.flatMap((event) => eventLines(event, origin)),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

function eventLines(event: FeedEventRecord, origin: string): string[] {
  const [place, ...others] = event.cafes;
  return [
    'BEGIN:VEVENT',
    `UID:${event.id}`,
    `DTSTAMP:${utc(event.updatedAt)}`,
    `CREATED:${utc(event.createdAt)}`,
    `LAST-MODIFIED:${utc(event.updatedAt)}`,
    `DTSTART;VALUE=DATE:${basic(event.startDay)}`,
    // The day after the last.
    `DTEND;VALUE=DATE:${basic(dayAfter(event.endDay ?? event.startDay))}`,
    property('SUMMARY', event.title),
    property('DESCRIPTION', excerptOf(event.beginning, descriptionLetters)),
    ...(place === undefined || others.length > 0 ? [] : [property('LOCATION', `${place.name}, ${place.address}`)]),
    `URL:${origin}/boards/${event.id}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

const basic = (day: string): string => day.replaceAll('-', '');
const utc = (instant: string): string => `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

const property = (name: string, text: string): string => `${name}:${escapeText(text)}`;

/** RFC 5545 section 3.3.11. */
const escapeText = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(/\r\n|[\r\n\u2028\u2029]/g, String.raw`\n`)
    .replaceAll(/\p{Cc}/gu, '');

/** RFC 5545 section 3.1: no line is longer than 75 octets, and none ends within a letter. */
function fold(line: string): string {
  if (Buffer.byteLength(line) <= lineOctets) return line;
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const length = octetsOf(letter.codePointAt(0) ?? 0);
    if (octets + length > lineOctets) {
      parts.push(part);
      // The space that a folded line begins with counts.
      [part, octets] = ['', 1];
    }
    part += letter;
    octets += length;
  }
  return [...parts, part].join('\r\n ');
}

/** Of a letter in UTF-8. */
function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
