import { expect, test } from './journey.js';
import { demoPassword, enterLogin, signIn } from './people.js';

test('goes through users, regions, cafés and the log', async ({ page }) => {
  await signIn(page, 'admin');
  await page.goto('/admin/users?q=visitor');
  await expect(page.getByText('카페산책자').first()).toBeVisible();
  await expect(page.getByText('연남동주인장')).toHaveCount(0);

  const menu = page.getByRole('navigation', { name: '관리 메뉴' });
  await menu.getByRole('link', { name: '지역' }).click();
  await expect(page.getByRole('treeitem', { name: /서울특별시/ }).first()).toBeVisible();
  await menu.getByRole('link', { name: '카페' }).click();
  await page.getByRole('searchbox').fill('반달서재');
  await expect(page.getByRole('main').getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('main').getByRole('row').nth(1)).toContainText('카페 반달서재');
  await menu.getByRole('link', { name: '변경 기록' }).click();
  await expect(page.getByRole('main').getByRole('row').nth(1)).toBeVisible();
});

test('shuts out whoever is no administrator', async ({ page }) => {
  await page.goto('/admin/users');
  await expect(page).toHaveURL(/\/login/);
  await enterLogin(page, 'visitor', demoPassword);
  await expect(page).toHaveURL(/\/admin\/users$/);
  await expect(page.getByRole('heading', { name: '들어갈 수 없는 곳입니다' })).toBeVisible();
});
