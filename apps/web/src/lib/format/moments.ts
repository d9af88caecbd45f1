// Days are Korean days, whatever clock the visitor's device has.
const timeZone = 'Asia/Seoul';

/** "2026년 3월 2일", "2 March 2026". */
export const dayText = (instant: string, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone }).format(new Date(instant));

/** "2026. 3. 2.", "2 Mar 2026": for tables. */
export const shortDayText = (instant: string, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeZone }).format(new Date(instant));

/** "2026. 3. 2. 14:05", "2 Mar 2026, 14:05": for tables. */
export const momentText = (instant: string, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone,
  }).format(new Date(instant));

const localeOf = (language: string): string => (language === 'ko' ? 'ko-KR' : 'en-GB');

const kstOffsetMs = 9 * 3_600_000;

/** The end of a Korean calendar day ("2026-03-02", as a date field gives it) as an instant. */
export const endOfDay = (day: string): string =>
  new Date(Date.parse(`${day}T23:59:59.999Z`) - kstOffsetMs).toISOString();

/** The Korean calendar day of a moment, as a date field takes it. */
export const dayOf = (moment: Date): string => new Date(moment.getTime() + kstOffsetMs).toISOString().slice(0, 10);
