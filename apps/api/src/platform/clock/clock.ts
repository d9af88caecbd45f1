import { Injectable } from '@nestjs/common';

/** The present, injected so that tests can set it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}

const kstOffsetMs = 9 * 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;

/** The moment the KST day of `now` began; Korea keeps no summer time, so the offset is constant. */
export function startOfKstDay(now: Date): Date {
  return new Date(Math.floor((now.getTime() + kstOffsetMs) / dayMs) * dayMs - kstOffsetMs);
}

/** The day it is in Korea at this moment, `YYYY-MM-DD`. */
export const kstDayOf = (moment: Date): string => new Date(moment.getTime() + kstOffsetMs).toISOString().slice(0, 10);

/** `days` whole days later. */
export const addDays = (moment: Date, days: number): Date => new Date(moment.getTime() + days * dayMs);
