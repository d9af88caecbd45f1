import { expect, test } from './journey.js';

test('no page is wider than the screen', async ({ page }) => {
  for (const path of ['/', '/cafes', '/cafes/gangnam-half-moon', '/login', '/signup']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('불러오는 중입니다')).toHaveCount(0);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});
