import { describe, expect, it } from 'vitest';
import type { UserActor } from '../../access/actor.js';
import {
  applyEdit,
  applySets,
  type BoardFields,
  type BoardSets,
  managedAuthorOf,
  mayWrite,
  needsOwnership,
  postsPerHour,
  waitSeconds,
} from './board.rules.js';
import { depthOf, forbiddenField, mayBeAnswered, stateOf } from './reply.rules.js';

const as = (userType: UserActor['userType'], userId = 'u'): UserActor => ({
  kind: 'user',
  userId,
  userType,
  sessionId: 's',
});
const fields: BoardFields = {
  title: '제목',
  content: '내용',
  link: null,
  startDay: null,
  endDay: null,
  isReplyAvailable: true,
  isDisabled: false,
  isBlocked: false,
};
const sets: BoardSets = { imageIds: ['a', 'b'], thumbnailId: 'b', cafeIds: ['c'] };

describe('who may write', () => {
  it.each([
    ['GENERAL', false, ['BTALK', 'BQUESTION', 'BEVENT']],
    ['BUSINESS', false, ['BTALK', 'BQUESTION', 'BEVENT']],
    ['BUSINESS', true, ['BTALK', 'BINFORM', 'BQUESTION', 'BEVENT']],
    ['MANAGER', false, ['BTALK', 'BINFORM', 'BQUESTION', 'BEVENT']],
    ['ADMIN', false, ['BTALK', 'BINFORM', 'BQUESTION', 'BEVENT']],
  ] as const)('%s, owner of a café: %s', (userType, ownsCafe, expected) => {
    const types = ['BTALK', 'BINFORM', 'BQUESTION', 'BEVENT'] as const;
    expect(types.filter((type) => mayWrite(type, as(userType), ownsCafe))).toEqual(expected);
  });

  it('links a café with an event as its owner, or a moderator; manages their own, or as a moderator all', () => {
    expect(needsOwnership('BEVENT', as('BUSINESS'))).toBe(true);
    expect(needsOwnership('BEVENT', as('MANAGER'))).toBe(false);
    expect(needsOwnership('BTALK', as('GENERAL'))).toBe(false);
    expect(managedAuthorOf(as('BUSINESS', 'me'))).toBe('me');
    expect(managedAuthorOf(as('ADMIN', 'me'))).toBeNull();
  });
});

describe('an edit', () => {
  it('leaves what it does not name, and clears what is null', () => {
    expect(applyEdit({ ...fields, link: 'l', startDay: 'd' }, { title: '새', link: null }, true)).toEqual({
      ...fields,
      title: '새',
      startDay: 'd',
    });
  });

  it.each([
    ['its writer hides', { isDisabled: false, isBlocked: false }, true, true, { isDisabled: true, isBlocked: false }],
    ['a moderator hides', { isDisabled: false, isBlocked: false }, true, false, { isDisabled: true, isBlocked: true }],
    [
      'a moderator hides again',
      { isDisabled: true, isBlocked: false },
      true,
      false,
      { isDisabled: true, isBlocked: false },
    ],
    [
      'its writer hides what is blocked',
      { isDisabled: true, isBlocked: true },
      true,
      true,
      { isDisabled: true, isBlocked: true },
    ],
    ['a moderator shows', { isDisabled: true, isBlocked: true }, false, false, { isDisabled: false, isBlocked: false }],
    ['nobody says', { isDisabled: true, isBlocked: true }, undefined, true, { isDisabled: true, isBlocked: true }],
  ])('when %s', (_, before, isDisabled, isOwn, after) => {
    expect(applyEdit({ ...fields, ...before }, { isDisabled }, isOwn)).toMatchObject(after);
  });

  it.each([
    ['nothing', {}, sets],
    ['other images with the thumbnail', { imageIds: ['b', 'd'] }, { ...sets, imageIds: ['b', 'd'] }],
    ['other images without it', { imageIds: ['d', 'a'] }, { ...sets, imageIds: ['d', 'a'], thumbnailId: 'd' }],
    ['no images', { imageIds: [] }, { ...sets, imageIds: [], thumbnailId: null }],
    ['a thumbnail', { thumbnailId: 'a' }, { ...sets, thumbnailId: 'a' }],
    ['the first as the thumbnail', { thumbnailId: null }, { ...sets, thumbnailId: 'a' }],
    ['one that is none', { thumbnailId: 'x' }, { ...sets, thumbnailId: 'x' }],
    ['cafés', { cafeIds: ['z', 'y'] }, { ...sets, cafeIds: ['y', 'z'] }],
  ])('names %s', (_, request, expected) => {
    expect(applySets(sets, request)).toEqual(expected);
  });
});

describe('how much one may write', () => {
  it('is counted over the last hour', () => {
    const now = new Date('2026-12-01T12:00:00Z');
    const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
    const written = (count: number) => Array.from({ length: count }, (_, place) => minutesAgo(59 - place));
    expect(waitSeconds(written(postsPerHour - 1), postsPerHour, now)).toBe(0);
    expect(waitSeconds(written(postsPerHour), postsPerHour, now)).toBe(60);
    expect(waitSeconds([minutesAgo(60), ...written(postsPerHour - 1)], postsPerHour, now)).toBe(1);
  });
});

describe('a reply', () => {
  it('has its depth from its path, and ends at the tenth', () => {
    const path = (levels: number) => '0123456789abcdef'.repeat(2 * levels);
    expect([depthOf(path(1)), depthOf(path(10))]).toEqual([0, 9]);
    expect([mayBeAnswered(path(9)), mayBeAnswered(path(10))]).toEqual([true, false]);
  });

  it.each([
    [false, false, 'VISIBLE'],
    [false, true, 'HIDDEN'],
    [true, false, 'DELETED'],
    [true, true, 'DELETED'],
  ] as const)('deleted %s, disabled %s, is %s', (isDeleted, isDisabled, state) => {
    expect(stateOf({ isDeleted, isDisabled })).toBe(state);
  });

  it.each([
    ['its writer', as('GENERAL', 'w'), { content: '새' }, null],
    ['its writer', as('GENERAL', 'w'), { isDisabled: true }, 'isDisabled'],
    ['a moderator', as('MANAGER'), { isDisabled: true }, null],
    ['a moderator', as('ADMIN'), { content: '새' }, 'content'],
    ['a moderator, nothing new', as('MANAGER'), { content: '말' }, null],
    ['its writer, nothing new', as('GENERAL', 'w'), { isDisabled: false }, null],
    ['a moderator who wrote it', as('MANAGER', 'w'), { content: '새', isDisabled: true }, null],
  ])('is for %s %o to change %o: %s', (_, actor, request, expected) => {
    expect(forbiddenField(request, actor, { authorId: 'w', content: '말', isDisabled: false })).toBe(expected);
  });
});
