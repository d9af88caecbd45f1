import { describe, expect, it } from 'vitest';
import { mayBeFramed, pageSubjectOf } from './page-subject.rules.js';

describe('what a page is about', () => {
  it.each([
    ['/cafes/on-gi', { kind: 'cafe', code: 'on-gi' }],
    ['/cafes/on-gi/', { kind: 'cafe', code: 'on-gi' }],
    ['/cafes/Not%20A%20Code', { kind: 'cafe', code: null }],
    ['/r/on-gi', { kind: 'room', code: 'on-gi', view: 'door' }],
    ['/r/on-gi/tour', { kind: 'room', code: 'on-gi', view: 'tour' }],
    ['/r/on-gi/poster/', { kind: 'room', code: 'on-gi', view: 'poster' }],
    ['/r/%00', { kind: 'room', code: null, view: 'door' }],
  ])('%s', (path, subject) => {
    expect(pageSubjectOf(path)).toEqual(subject);
  });

  it.each(['/', '/cafes', '/cafes/a/b', '/r', '/r/', '/r/on-gi/other', '/r/on-gi/tour/x', '/owner/r/on-gi'])(
    '%s is about the site alone',
    (path) => {
      expect(pageSubjectOf(path)).toBeNull();
    },
  );

  it('only a room and its tour may be shown within other sites', () => {
    const paths = ['/r/on-gi', '/r/on-gi/tour', '/r/on-gi/poster', '/cafes/on-gi', '/', '/login'];
    expect(paths.filter(mayBeFramed)).toEqual(['/r/on-gi', '/r/on-gi/tour']);
  });
});
