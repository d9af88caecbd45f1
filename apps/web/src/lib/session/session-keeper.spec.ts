import type { Session } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { SessionKeeper, type SessionSurroundings } from './session-keeper.js';

const sessionWith = (accessToken: string): Session => ({
  accessToken,
  expiresInSeconds: 900,
  account: {
    id: '0198a000-0000-7000-8000-000000000001',
    loginId: 'owner',
    nickname: '주인',
    email: null,
    userType: 'BUSINESS',
    abilities: ['cafe.manage'],
    createdAt: '2026-01-01T00:00:00.000Z',
  },
});

/** One browser with tabs, and a server that rotates refresh tokens and ends the session when an old one comes back. */
function browser({ isMarked = true, hasCookie = true } = {}) {
  let marked = isMarked;
  let cookie = hasCookie ? 1 : null;
  let current = 1;
  let isDown = false;
  let nowMs = 0;
  let calls = 0;
  let queue: Promise<unknown> = Promise.resolve();
  const tabs: SessionKeeper[] = [];

  const shared: Omit<SessionSurroundings, 'announce'> = {
    refresh: async () => {
      calls += 1;
      const sent = cookie;
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (isDown) throw new Error('down');
      if (sent === null) return null;
      if (sent !== current) {
        cookie = null;
        return null;
      }
      current += 1;
      cookie = current;
      return sessionWith(`token-${current}`);
    },
    exclusively: (task) => {
      const run = queue.then(task);
      queue = run.catch(() => undefined);
      return run;
    },
    marker: {
      isSet: () => marked,
      set: (isSignedIn) => {
        marked = isSignedIn;
      },
    },
    now: () => nowMs,
  };

  const openTab = (): SessionKeeper => {
    const tab: SessionKeeper = new SessionKeeper({
      ...shared,
      announce: (event) => {
        const others = tabs.filter((other) => other !== tab);
        setTimeout(() => others.forEach((other) => other.hear(event)), 0);
      },
    });
    tabs.push(tab);
    return tab;
  };

  return {
    openTab,
    calls: () => calls,
    isMarked: () => marked,
    goDown: () => (isDown = true),
    /** Somebody holds the lock and never gives it back. */
    hold: (): void => {
      queue = new Promise(() => undefined);
    },
    pass: (ms: number) => (nowMs += ms),
  };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('SessionKeeper', () => {
  it('does not ask the API for a visitor who never signed in', async () => {
    const { openTab, calls } = browser({ isMarked: false });
    const tab = openTab();
    await tab.restore();
    expect(tab.getState().status).toBe('anonymous');
    expect(calls()).toBe(0);
  });

  it('restores a session and hands out its token', async () => {
    const tab = browser().openTab();
    await tab.restore();
    expect(tab.getState()).toMatchObject({ status: 'signedIn', account: { loginId: 'owner' } });
    expect(await tab.token()).toBe('token-2');
  });

  it('shares one renewal among calls refused at once', async () => {
    const { openTab, calls } = browser();
    const tab = openTab();
    await tab.restore();
    const refused = await tab.token();
    const renewed = await Promise.all(Array.from({ length: 20 }, () => tab.renew(refused)));
    expect(new Set(renewed)).toEqual(new Set(['token-3']));
    expect(calls()).toBe(2);
  });

  it('does not renew for a call that was refused with an older token', async () => {
    const { openTab, calls } = browser();
    const tab = openTab();
    await tab.restore();
    const first = await tab.token();
    await tab.renew(first);
    expect(await tab.renew(first)).toBe('token-3');
    expect(calls()).toBe(2);
  });

  it('keeps the session alive when several tabs open at once, asking for fewer than all of them', async () => {
    const { openTab, calls } = browser();
    const tabs = Array.from({ length: 5 }, openTab);
    await Promise.all(tabs.map((tab) => tab.restore()));
    expect(tabs.map((tab) => tab.getState().status)).toEqual(Array(5).fill('signedIn'));
    expect(await Promise.all(tabs.map((tab) => tab.token()))).not.toContain(null);
    expect(calls()).toBeLessThan(tabs.length);
  });

  it('does not wait for a slow tab when another one has been answered', async () => {
    const { openTab, hold } = browser();
    const [first, second] = [openTab(), openTab()];
    await first.restore();
    await settle();
    hold();
    const refused = await second.token();
    const renewed = second.renew(refused);
    first.accept(sessionWith('token-9'));
    expect(await renewed).toBe('token-9');
  });

  it('renews ahead of a call when the token is about to expire', async () => {
    const { openTab, pass } = browser();
    const tab = openTab();
    await tab.restore();
    pass(880_000);
    expect(await tab.token()).toBe('token-2');
    pass(11_000);
    expect(await tab.token()).toBe('token-3');
  });

  it('ends the session in all tabs when the API refuses to renew', async () => {
    const { openTab, isMarked } = browser({ hasCookie: false });
    const other = openTab();
    other.accept(sessionWith('token-1'));
    await settle();
    const tab = openTab();
    await tab.restore();
    await settle();
    expect(tab.getState().status).toBe('anonymous');
    expect(other.getState().status).toBe('anonymous');
    expect(isMarked()).toBe(false);
  });

  it('keeps the session through an outage', async () => {
    const { openTab, goDown, isMarked } = browser();
    const tab = openTab();
    await tab.restore();
    goDown();
    await expect(tab.renew('token-2')).rejects.toThrow('down');
    expect(tab.getState().status).toBe('signedIn');
    expect(isMarked()).toBe(true);
  });

  it('is anonymous for now when the API is down at the start', async () => {
    const { openTab, goDown, isMarked } = browser();
    goDown();
    const tab = openTab();
    await tab.restore();
    expect(tab.getState().status).toBe('anonymous');
    expect(isMarked()).toBe(true);
  });

  it('follows what other tabs do', async () => {
    const { openTab } = browser({ isMarked: false });
    const [tab, other] = [openTab(), openTab()];
    await tab.restore();
    other.accept(sessionWith('token-1'));
    await settle();
    expect(tab.getState().status).toBe('signedIn');
    expect(await tab.token()).toBe('token-1');
    other.end();
    await settle();
    expect(tab.getState().status).toBe('anonymous');
    expect(await tab.token()).toBeNull();
  });
});
