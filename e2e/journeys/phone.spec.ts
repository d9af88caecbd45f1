import { expect, test } from '@playwright/test';

test('no page is wider than the screen', async ({ page }) => {
  for (const path of ['/', '/cafes', '/cafes/gangnam-half-moon', '/login', '/signup']) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});
