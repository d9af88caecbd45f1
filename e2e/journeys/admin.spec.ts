import { expect, test } from '@playwright/test';
import { signIn } from './people.js';

test('sees the figures and finds a user', async ({ page }) => {
  await signIn(page, 'admin');
  await page.goto('/admin/users?q=visitor');
  await expect(page.getByText('카페산책자').first()).toBeVisible();
  await expect(page.getByText('연남동주인장')).toHaveCount(0);
});

test('sees regions, cafés, keys and the log', async ({ page }) => {
  await signIn(page, 'admin');
  await page.goto('/admin/regions');
  await expect(page.getByRole('treeitem', { name: /서울특별시/ }).first()).toBeVisible();
  await page.goto('/admin/cafes?q=반달서재');
  await expect(page.getByText('카페 반달서재').first()).toBeVisible();
  await page.goto('/admin/log');
  await expect(page.getByRole('main').getByRole('row').nth(1)).toBeVisible();
});

test('shuts out whoever is no administrator', async ({ page }) => {
  await page.goto('/admin/users');
  await expect(page).toHaveURL(/\/login/);
  await signIn(page, 'visitor');
  await page.goto('/admin/users');
  await expect(page.getByRole('heading', { name: '들어갈 수 없는 곳입니다' })).toBeVisible();
});
