import { Inject, Injectable } from '@nestjs/common';
import {
  type BoardFeedQuery,
  type BoardType,
  type CalendarFeedQuery,
  type CalendarQuery,
  dayAfter,
  type EventCalendar,
  kstDayOf,
  lastDayOf,
  maxCalendarEvents,
} from '@virtualcafe/contracts';
import { RESPONSE_CACHE, type ResponseCache } from '../../platform/cache/response-cache.js';
import { Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/errors/app-error.js';
import { httpConfig, type HttpConfig } from '../../platform/http/http.config.js';
import { eventDayTag } from './board-cache-tags.js';
import { BoardFeedsRepository } from './board-feeds.repository.js';
import { presentEvent } from './board.presenter.js';
import { calendarFeed } from './calendar-feed.js';
import { newsFeed } from './news-feed.js';

/** How long an event stays in the calendar feed after its end, in days. */
const pastDays = 90;
const maxFeedEvents = 500;
const newsFeedPosts = 50;

const feedTitles: Record<BoardType, string> = {
  BTALK: 'VirtualCafe 이야기',
  BINFORM: 'VirtualCafe 정보',
  BQUESTION: 'VirtualCafe 질문',
  BEVENT: 'VirtualCafe 이벤트',
};

/** Posts as calendars and feed readers take them. */
@Injectable()
export class BoardFeedsService {
  private readonly origin: string;

  constructor(
    private readonly feeds: BoardFeedsRepository,
    private readonly clock: Clock,
    @Inject(httpConfig.token) { PUBLIC_URL, PORT }: HttpConfig,
    @Inject(RESPONSE_CACHE) private readonly cache: ResponseCache,
  ) {
    this.origin = PUBLIC_URL?.replace(/\/+$/, '') ?? `http://localhost:${PORT}`;
  }

  /** The events of a month. */
  async calendar({ month, cafeCode }: CalendarQuery): Promise<EventCalendar> {
    const days = { from: `${month}-01`, to: lastDayOf(month) };
    const events = await this.feeds.findEvents(days, cafeCode, maxCalendarEvents + 1);
    const today = kstDayOf(this.clock.now());
    const items = events.slice(0, maxCalendarEvents).map((event) => presentEvent(event, today));
    return { month, items, isComplete: events.length <= maxCalendarEvents };
  }

  /** All events that come, are on, or ended lately. @throws AppError `cafe.not-found`. */
  async calendarFeed({ cafeCode }: CalendarFeedQuery): Promise<string> {
    const days = { from: dayAfter(kstDayOf(this.clock.now()), -pastDays), to: null };
    const cafeName = cafeCode === undefined ? feedTitles.BEVENT : await this.feeds.findCafeName(cafeCode);
    if (cafeName === null) throw new AppError('cafe.not-found');
    const events = await this.feeds.findFeedEvents(days, cafeCode, maxFeedEvents);
    const name = cafeCode === undefined ? cafeName : `${cafeName} 이벤트`;
    return calendarFeed({ name, origin: this.origin, events });
  }

  async newsFeed({ type }: BoardFeedQuery): Promise<string> {
    const posts = await this.feeds.findNewest(type, newsFeedPosts);
    const query = type === undefined ? '' : `?type=${type}`;
    return newsFeed({
      title: type === undefined ? 'VirtualCafe' : feedTitles[type],
      description: '카페 이야기와 소식',
      origin: this.origin,
      pagePath: `/boards${query}`,
      feedPath: `/api/v1/boards/feed.rss${query}`,
      posts,
    });
  }

  /** Which events are on changes with the day. */
  beginDay(): Promise<void> {
    return this.cache.invalidate([eventDayTag]);
  }
}
