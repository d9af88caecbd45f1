import { expect, test } from '@playwright/test';

test('finds a café by its words and by initial consonants, and reads its page', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('main').getByRole('img').first()).toBeVisible();

  await page.goto('/cafes?q=강남 카페');
  await expect(page.getByRole('link', { name: /카페 반달서재/ }).first()).toBeVisible();
  const search = page.getByRole('main').getByRole('searchbox').first();
  await search.fill('ㅂㄷㅅㅈ');
  await expect(page).toHaveURL(/q=%E3%85%82/);
  await page
    .getByRole('link', { name: /카페 반달서재/ })
    .first()
    .click();

  await expect(page).toHaveURL(/\/cafes\/gangnam-half-moon$/);
  await expect(page.getByRole('heading', { level: 1, name: '카페 반달서재' })).toBeVisible();
  await expect(page).toHaveTitle(/카페 반달서재/);
  await expect(page.getByText('서울특별시 강남구 테헤란로5길 24, 1층')).toBeVisible();
  await expect(page.getByRole('link', { name: /카카오맵/ })).toHaveAttribute('href', /map\.kakao\.com/);
});

test('looks only in one region and what lies below it', async ({ page, request }) => {
  const tree = (await (await request.get('/api/v1/regions')).json()) as { items: { id: string; name: string }[] };
  const busan = tree.items.find(({ name }) => name === '부산광역시');
  await page.goto(`/cafes?regionId=${busan?.id}`);
  const list = page.getByRole('main').getByRole('article').or(page.getByRole('main').getByRole('listitem'));
  await expect(list.filter({ hasText: '부산광역시' }).first()).toBeVisible();
  await expect(page.getByRole('main').getByText('서울특별시 강남구')).toHaveCount(0);
});

test('is told when there is no such café, and when nothing is found', async ({ page }) => {
  const response = await page.goto('/cafes/no-such-cafe');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: '이 카페는 찾을 수 없습니다' })).toBeVisible();
  await page.goto('/cafes?q=이런이름은없다');
  await expect(page.getByText('이런 카페는 아직 없네요')).toBeVisible();
});

test('reads it in English, and the choice stays', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'English' }).first().click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.goto('/cafes');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(
    page
      .getByRole('link', { name: 'Sign in' })
      .or(page.getByRole('link', { name: 'Log in' }))
      .first(),
  ).toBeVisible();
});

test('gets a page that can be shared: title, description and picture without any script', async ({ request }) => {
  const html = await (await request.get('/cafes/gangnam-half-moon', { headers: { accept: 'text/html' } })).text();
  expect(html).toContain('<title>카페 반달서재');
  expect(html).toMatch(/<meta property="og:image" content="https?:\/\/[^"]+\/media\/[0-9a-f]{2}\/[0-9a-f]{64}/);
  expect(html).toContain('막차가 끊긴 뒤에도 불이 켜져 있는 책방');
});
