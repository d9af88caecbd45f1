import { randomUUID } from 'node:crypto';
import type { Session } from '@virtualcafe/contracts';
import type { CallOptions, TestApp, TestResponse } from './app.js';

const cookieName = 'vc_refresh';

/** The refresh cookie that an answer sets, as a browser would send it back; undefined when it sets none. */
export function refreshCookieOf(response: TestResponse): string | undefined {
  const setting = response.headers.getSetCookie().find((each) => each.startsWith(`${cookieName}=`));
  return setting?.split(';', 1)[0];
}

/** The same, where the test cannot go on without it. */
export function givenCookie(response: TestResponse): string {
  const cookie = refreshCookieOf(response);
  if (cookie === undefined) throw new Error(`No refresh cookie was set; status ${response.status}`);
  return cookie;
}

export const refresh = (app: TestApp, cookie: string, options: CallOptions = {}): Promise<TestResponse<Session>> =>
  app.call<Session>('POST', '/api/v1/auth/refresh', { ...options, headers: { ...options.headers, cookie } });

/** What a new person types into the sign-up form, different each time. */
export function newPerson(): { loginId: string; password: string; nickname: string; email: string } {
  const suffix = randomUUID().replaceAll('-', '').slice(0, 12);
  return {
    loginId: `p_${suffix}`,
    password: `latte and ${suffix}`,
    nickname: `별이${suffix}`,
    email: `${suffix}@example.com`,
  };
}

/** Calls as from another address: the test's own is a trusted proxy. */
export const fromAddress = (address: string): Record<string, string> => ({ 'x-forwarded-for': address });
