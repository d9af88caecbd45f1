import { expect, test } from './journey.js';
import { signIn } from './people.js';

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

test('the menu of the administration shows the open part', async ({ page }) => {
  await signIn(page, 'admin');
  await page.goto('/admin/log');
  const menu = page.getByRole('navigation', { name: '관리 메뉴' });
  await expect(menu.getByRole('link', { name: '변경 기록' })).toBeInViewport({ ratio: 1 });
});
