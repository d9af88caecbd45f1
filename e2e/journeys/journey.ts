import { test as base, expect } from '@playwright/test';

export { expect };

/** A journey on which no page may throw, or ask for more than its content security policy allows. */
export const test = base.extend<{ quietPages: void }>({
  quietPages: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      context.on('weberror', (thrown) => complaints.push(String(thrown.error())));
      context.on('console', (message) => {
        if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
      });
      await use();
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});
