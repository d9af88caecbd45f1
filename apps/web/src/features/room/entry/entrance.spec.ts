import { avatar, nickname } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { avatarOf, tidyNickname } from './entrance.js';

describe('what a visitor brings along', () => {
  it('is dressed as the last time', () => {
    expect(avatarOf('cat #3d7ea6', 0)).toEqual({ look: 'cat', color: '#3d7ea6' });
  });

  it.each([null, '', 'cat', 'dog #3d7ea6', 'cat #123456', 'cat red'])('is dressed anew after %j', (kept) => {
    expect(avatar.safeParse(avatarOf(kept, 0.3)).success).toBe(true);
  });

  it('is dressed differently by chance', () => {
    const all = Array.from({ length: 48 }, (_, index) => JSON.stringify(avatarOf(null, index / 48)));
    expect(new Set(all).size).toBe(48);
    expect(avatar.safeParse(avatarOf(null, 0.999999)).success).toBe(true);
  });
});

describe('a nickname', () => {
  it('is taken as the room takes it', () => {
    for (const typed of ['온기', '  두  칸 ', 'x'.repeat(20)]) {
      const tidy = tidyNickname(typed);
      expect(nickname.parse(tidy)).toBe(tidy);
    }
    expect(tidyNickname('온기'.normalize('NFD'))).toBe('온기');
  });

  it('may be left out, and is refused when it is too short or too long', () => {
    expect([tidyNickname('  '), tidyNickname('온'), tidyNickname('x'.repeat(21))]).toEqual(['', null, null]);
  });
});
