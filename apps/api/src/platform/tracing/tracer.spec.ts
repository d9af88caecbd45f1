import { describe, expect, it } from 'vitest';
import { AppError } from '../errors/app-error.js';
import { errorType, noTracer } from './tracer.js';

describe('what an error is called', () => {
  it.each([
    [Object.assign(new Error('Key (email)=(a@b.kr) already exists'), { code: '23505' }), '23505'],
    [new AppError('cafe.not-found', { detail: 'No 홍길동' }), 'cafe.not-found'],
    [new TypeError('홍길동 is not a function'), 'TypeError'],
    [Object.assign(new RangeError('no'), { code: 'what somebody typed' }), 'RangeError'],
    [Object.assign(new Error('no'), { code: 500 }), 'Error'],
    [Object.create(null), 'object'],
    ['홍길동', 'string'],
    [undefined, 'undefined'],
  ])('%o is %s', (error: unknown, name) => {
    expect(errorType(error)).toBe(name);
  });
});

describe('where nobody is told', () => {
  it('work is done as it is', async () => {
    const start = { name: 'x', kind: 'server', attributes: {} } as const;
    expect(await noTracer.trace(start, () => Promise.resolve(7))).toBe(7);
    await expect(noTracer.trace(start, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(noTracer.beginPart(start)).toBeUndefined();
    expect(noTracer.begin(start).isOpen).toBe(false);
  });
});
