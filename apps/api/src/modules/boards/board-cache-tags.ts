/** The lists of posts, the calendar and the feeds. */
export const boardListTag = 'boards';

/** The page of one post. */
export const boardPageTag = (id: string): string => `board:${id}`;

/** The replies to one post. */
export const boardRepliesTag = (id: string): string => `board-replies:${id}`;

/** Whatever tells which events are on: it becomes another at midnight in Korea. */
export const eventDayTag = 'boards:today';
