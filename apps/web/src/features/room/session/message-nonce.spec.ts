import { chatNonce } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { messageNonce } from './message-nonce.js';

describe('the name of a message', () => {
  it('is another each time, and never longer than a room takes', () => {
    const nonces = Array.from({ length: 500 }, messageNonce);
    expect(new Set(nonces).size).toBe(500);
    expect(nonces.filter((nonce) => !chatNonce.safeParse(nonce).success)).toEqual([]);
    // As long as it can become.
    expect(chatNonce.safeParse([0xff_ff_ff_ff, 0xff_ff_ff_ff, 0xff_ff_ff_ff].join('-')).success).toBe(true);
  });
});
