import { describe, expect, it } from 'vitest';
import { editTagOf, laterVersion, versionOf } from './if-match.js';

const updatedAt = '2026-03-02T01:02:03.004Z';

describe('the tag of an edit', () => {
  it('carries the version to the millisecond', () => {
    expect(versionOf(editTagOf({ updatedAt })).toISOString()).toBe(updatedAt);
  });

  it('differs when only what the record refers to changed, and still names the same version', () => {
    const before = { updatedAt, region: '강남구' };
    const after = { updatedAt, region: '서초구' };
    expect(editTagOf(before)).not.toBe(editTagOf(after));
    expect(versionOf(editTagOf(before))).toEqual(versionOf(editTagOf(after)));
  });

  it('is believed after a proxy weakened it', () => {
    expect(versionOf(` W/${editTagOf({ updatedAt })} `).toISOString()).toBe(updatedAt);
  });

  it.each([undefined, '', '  ', '*'])('is required: %j names no version', (header) => {
    expect(() => versionOf(header)).toThrow(expect.objectContaining({ code: 'resource.if-match-required' }));
  });

  it.each(['"abc"', 'mhk3-abc', '"mhk3-"', '"0123456789-abc"', '"mhk3-abc", "mhk4-abc"', '"-abc"', 'null'])(
    'is stale when it is none of ours: %s',
    (header) => {
      expect(() => versionOf(header)).toThrow(expect.objectContaining({ code: 'resource.stale' }));
    },
  );
});

describe('the next version', () => {
  const version = new Date('2026-03-02T00:00:00.000Z');

  it('is the present', () => {
    const now = new Date('2026-03-02T00:00:05.000Z');
    expect(laterVersion(version, now)).toEqual(now);
  });

  it.each([0, -1, -3_600_000])('grows when the clock stands still or goes back (%d ms)', (offsetMs) => {
    const now = new Date(version.getTime() + offsetMs);
    expect(laterVersion(version, now).getTime()).toBe(version.getTime() + 1);
  });
});
