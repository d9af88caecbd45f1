import { describe, expect, it } from 'vitest';
import { ApiError, errorOfAnswer, unreachable } from './api-error.js';

const answer = (status: number, headers: Record<string, string> = {}) => new Response(null, { status, headers });

describe('errorOfAnswer', () => {
  it('takes code, fields and request id from a problem document', () => {
    const fieldErrors = [{ pointer: '/loginId', in: 'body', message: 'too short' }];
    const body = {
      type: 'about:blank',
      title: 'Invalid',
      status: 400,
      code: 'request.invalid',
      errors: fieldErrors,
      requestId: 'r1',
    };
    const error = errorOfAnswer(answer(400), body);
    expect(error).toMatchObject({
      code: 'request.invalid',
      status: 400,
      message: 'Invalid',
      requestId: 'r1',
      fieldErrors,
    });
    expect(error.is('request.invalid')).toBe(true);
    expect(error.isTransient).toBe(false);
  });

  it('reads Retry-After in seconds and ignores a date', () => {
    const body = { code: 'rate.limited', title: 'Too many', status: 429 };
    expect(errorOfAnswer(answer(429, { 'Retry-After': '7' }), body).retryAfterSeconds).toBe(7);
    expect(
      errorOfAnswer(answer(429, { 'Retry-After': 'Wed, 21 Oct 2026 07:28:00 GMT' }), body).retryAfterSeconds,
    ).toBeUndefined();
  });

  it('calls a gateway page "unavailable" and any other stray body "unreadable"', () => {
    expect(errorOfAnswer(answer(502), '<html>').code).toBe('service.unavailable');
    expect(errorOfAnswer(answer(404), '<html>').code).toBe('response.unreadable');
    expect(errorOfAnswer(answer(500), undefined).code).toBe('response.unreadable');
  });

  it('says which failures may pass', () => {
    expect(unreachable(new TypeError('Failed to fetch')).isTransient).toBe(true);
    expect(new ApiError('service.not-ready', { title: '', status: 503 }).isTransient).toBe(true);
    expect(new ApiError('internal', { title: '', status: 500 }).isTransient).toBe(false);
  });
});
