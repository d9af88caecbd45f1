import { describe, expect, it } from 'vitest';
import { compareHistory, type MigrationRecord } from './migration-history.js';

const file = (name: string, checksum = 'same') => ({ name, script: '', checksum });
const record = (name: string, state: Partial<MigrationRecord> = {}): MigrationRecord => ({
  name,
  checksum: 'same',
  isFinished: true,
  isRolledBack: false,
  ...state,
});

describe('compareHistory', () => {
  it('tells applied from pending', () => {
    expect(compareHistory([file('1'), file('2')], [record('1')])).toEqual({
      applied: ['1'],
      pending: ['2'],
      unfinished: [],
      unknown: [],
      edited: [],
    });
  });

  it('takes the attempt that stands: rolled-back ones count for nothing', () => {
    const history = [
      record('1', { isFinished: false, isRolledBack: true }),
      record('1'),
      record('2', { isRolledBack: true }),
    ];
    expect(compareHistory([file('1'), file('2')], history)).toMatchObject({
      applied: ['1'],
      pending: ['2'],
      unfinished: [],
    });
  });

  it('calls a begun one both unfinished and pending', () => {
    expect(compareHistory([file('1')], [record('1', { isFinished: false })])).toMatchObject({
      applied: [],
      pending: ['1'],
      unfinished: ['1'],
    });
  });

  it('names what the files do not have, and what they have otherwise', () => {
    expect(compareHistory([file('1', 'new')], [record('1', { checksum: 'old' }), record('9')])).toMatchObject({
      applied: ['1'],
      unknown: ['9'],
      edited: ['1'],
    });
  });
});
