import { changePasswordRequest, createCafeRequest, signupRequest } from '@virtualcafe/contracts';
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { ko } from '../../i18n/ko.js';
import { issueText, pointerOf, valueAt } from './issue-text.js';

beforeAll(async () => {
  await i18next.init({ lng: 'ko', defaultNS: 'forms', resources: { ko } });
});

const textsOf = (schema: z.ZodType, value: unknown): Record<string, string> => {
  const t = i18next.getFixedT('ko', 'forms');
  const issues = schema.safeParse(value).error?.issues ?? [];
  return Object.fromEntries(issues.map((issue) => [pointerOf(issue.path), issueText(issue, t)]));
};

describe('issueText', () => {
  it('speaks of every field of a sign-up', () => {
    expect(textsOf(signupRequest, { loginId: 'a b', password: 'short', nickname: '', email: 'x' })).toEqual({
      '/loginId': '형식이 맞지 않습니다.',
      '/password': '10자 이상 입력해 주세요.',
      '/nickname': '2자 이상 입력해 주세요.',
      '/email': '이메일 주소 형식이 아닙니다.',
    });
  });

  it('says "required" for an empty field of at least one character and for a missing one', () => {
    expect(textsOf(changePasswordRequest, { currentPassword: '', newPassword: undefined })).toEqual({
      '/currentPassword': '꼭 입력해 주세요.',
      '/newPassword': '꼭 입력해 주세요.',
    });
  });

  it('names limits of numbers and of long text', () => {
    const texts = textsOf(createCafeRequest, { latitude: 91, longitude: -181, name: 'a'.repeat(61) });
    expect(texts).toMatchObject({
      '/latitude': '90 이하여야 합니다.',
      '/longitude': '-180 이상이어야 합니다.',
      '/name': '60자까지 입력할 수 있습니다.',
    });
  });
});

describe('pointerOf', () => {
  it('writes JSON pointers', () => {
    expect(pointerOf(['openingHours', 'days', 0, 'open'])).toBe('/openingHours/days/0/open');
    expect(pointerOf(['a/b', '~'])).toBe('/a~1b/~0');
  });
});

describe('valueAt', () => {
  it('walks into lists and objects', () => {
    const values = { hours: { days: [null, { open: '10:00' }] } };
    expect(valueAt(values, ['hours', 'days', 1, 'open'])).toBe('10:00');
    expect(valueAt(values, ['hours', 'days', 0, 'open'])).toBeUndefined();
    expect(valueAt(values, [])).toBe(values);
  });
});
