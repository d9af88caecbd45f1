import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type BoardFeedQuery,
  boardFeedQuery,
  type CalendarFeedQuery,
  calendarFeedQuery,
  type CalendarQuery,
  calendarQuery,
  type EventCalendar,
  eventCalendar,
} from '@virtualcafe/contracts';
import { Public } from '../../access/requires.decorator.js';
import { Returns } from '../../platform/http/returns.decorator.js';
import { PublicCache } from '../../platform/http/route-config.js';
import { cafeListTag } from '../cafes/cafe-cache-tags.js';
import { userNamesTag } from '../users/user-cache-tags.js';
import { boardListTag, eventDayTag } from './board-cache-tags.js';
import { BoardFeedsService } from './board-feeds.service.js';

const tags = () => [boardListTag, eventDayTag, cafeListTag, userNamesTag];

@ApiTags('boards')
@Controller('api/v1/boards')
export class BoardFeedsController {
  constructor(private readonly feeds: BoardFeedsService) {}

  @Get('calendar')
  @Public()
  @PublicCache({ ttlSeconds: 300, tags })
  @Returns({ id: 'getEventCalendar', summary: 'The events of a month in Korea', schema: eventCalendar })
  calendar(@Query({ schema: calendarQuery }) query: CalendarQuery): Promise<EventCalendar> {
    return this.feeds.calendar(query);
  }

  @Get('events.ics')
  @Public()
  @PublicCache({ ttlSeconds: 300, tags })
  @Returns({
    id: 'getCalendarFeed',
    summary: 'Events to subscribe to, of the site or of one café (iCalendar, RFC 5545)',
    text: 'text/calendar',
    errors: ['cafe.not-found'],
  })
  calendarFeed(@Query({ schema: calendarFeedQuery }) query: CalendarFeedQuery): Promise<string> {
    return this.feeds.calendarFeed(query);
  }

  @Get('feed.rss')
  @Public()
  @PublicCache({ ttlSeconds: 300, tags })
  @Returns({ id: 'getNewsFeed', summary: 'The newest posts for feed readers (RSS 2.0)', text: 'application/rss+xml' })
  newsFeed(@Query({ schema: boardFeedQuery }) query: BoardFeedQuery): Promise<string> {
    return this.feeds.newsFeed(query);
  }
}
