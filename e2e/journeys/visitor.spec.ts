import type { Locator, Page } from '@playwright/test';
import { expect, test } from './journey.js';

const cardsOf = (page: Page): Locator => page.getByRole('main').getByRole('article');
// On a narrow screen the regions are in a sheet, the language in the menu.
const isNarrow = (page: Page): boolean => (page.viewportSize()?.width ?? 0) < 600;

test('finds a café by words and by initial consonants, and reads its page', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: /문을 열어 볼까요/ })).toBeVisible();
  await page.getByRole('searchbox', { name: '카페 찾기' }).fill('강남 카페');
  await page.getByRole('main').getByRole('button', { name: '찾기', exact: true }).click();

  await expect(page).toHaveURL(/\/cafes\?q=/);
  await expect(page.getByRole('link', { name: '카페 반달서재' })).toBeVisible();
  const search = page.getByRole('searchbox', { name: '카페 찾기' });
  await expect(search).toHaveValue('강남 카페');
  await search.clear();
  await search.pressSequentially('ㅂㄷㅅㅈ');
  await expect(cardsOf(page)).toHaveCount(1);
  await page.getByRole('link', { name: '카페 반달서재' }).click();

  await expect(page).toHaveURL(/\/cafes\/gangnam-half-moon$/);
  await expect(page.getByRole('heading', { level: 1, name: '카페 반달서재' })).toBeVisible();
  await expect(page).toHaveTitle(/카페 반달서재/);
  await expect(page.getByText('서울특별시 강남구 테헤란로5길 24, 1층')).toBeVisible();
  await expect(page.getByRole('link', { name: '0507-1303-8820' })).toHaveAttribute('href', 'tel:050713038820');

  await page.goBack();
  await expect(search).toHaveValue('ㅂㄷㅅㅈ');
  await expect(cardsOf(page)).toHaveCount(1);
});

test('goes from the whole country down to a neighbourhood', async ({ page }) => {
  await page.goto('/cafes');
  await expect(cardsOf(page)).toHaveCount(24);
  if (isNarrow(page)) await page.getByRole('button', { name: '지역: 전국' }).click();
  const regions = page.getByRole('navigation', { name: '지역' });
  for (const [region, count] of [
    ['부산광역시', 3],
    ['해운대구', 1],
    ['중동', 1],
  ] as const) {
    await regions.getByRole('link', { name: `${region} 카페 ${count}곳` }).click();
    await expect(regions.getByRole('list', { name: '고른 지역' }).getByRole('link', { name: region })).toBeVisible();
    await expect(cardsOf(page).filter({ hasText: '부산광역시' })).toHaveCount(count);
    await expect(cardsOf(page)).toHaveCount(count);
  }
  if (isNarrow(page)) await page.getByRole('button', { name: '카페 1곳 보기' }).click();
  await cardsOf(page).getByRole('link', { name: '파도 읽는 집' }).click();

  await expect(page.getByRole('heading', { level: 1, name: '파도 읽는 집' })).toBeVisible();
  await page.getByRole('navigation', { name: '현재 위치' }).getByRole('link', { name: '부산광역시' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '부산광역시의 카페' })).toBeVisible();
  await expect(cardsOf(page)).toHaveCount(3);
});

test('looks through the photos of a café and follows its links', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  // What lies outside the site is not visited in earnest.
  await context.route(/^https:/, (route) => route.fulfill({ contentType: 'text/html', body: '<h1>elsewhere</h1>' }));
  await page.goto('/cafes/gangnam-half-moon');
  await lookThroughPhotos(page);

  await expect(page.getByRole('link', { name: /카카오맵/ })).toHaveAttribute('href', /^https:\/\/map\.kakao\.com\//);
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: /들어가기 반달서재 제페토 월드/ }).click();
  const room = await opened;
  await expect(room).toHaveURL('https://example.com/zepeto/worlds/half-moon-library');
  expect(await room.evaluate(() => window.opener === null)).toBe(true);
  await room.close();

  await page.getByRole('button', { name: '주소 복사' }).click();
  await expect(page.getByText('주소를 복사했습니다.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('서울특별시 강남구 테헤란로5길 24, 1층');

  await expect(page.getByRole('heading', { name: /의 다른 카페$/ })).toBeVisible();
  const neighbour = cardsOf(page).filter({ hasNotText: '카페 반달서재' }).getByRole('heading', { level: 3 }).first();
  const name = (await neighbour.textContent()) ?? '';
  await neighbour.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
});

async function lookThroughPhotos(page: Page): Promise<void> {
  const gallery = page.getByRole('region', { name: '카페 반달서재 사진' });
  const small = (position: number): Locator => gallery.getByRole('button', { name: `사진 ${position} 보기` });
  await expect(small(1)).toHaveAttribute('aria-current', 'true');
  await expect(gallery.getByAltText('카페 반달서재 사진 1')).toHaveJSProperty('complete', true);
  await expect(gallery.getByAltText('카페 반달서재 사진 1')).not.toHaveJSProperty('naturalWidth', 0);
  // On a narrow screen one swipes, or takes a small photo.
  await (isNarrow(page) ? small(2) : gallery.getByRole('button', { name: '다음 사진' })).click();
  await expect(small(2)).toHaveAttribute('aria-current', 'true');
  await small(3).click();
  await gallery.getByRole('button', { name: '사진 3 크게 보기' }).click();

  const enlarged = page.getByRole('dialog', { name: '카페 반달서재 사진' });
  await expect(enlarged.getByText(/^3 \/ \d+$/)).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(enlarged.getByText(/^4 \/ \d+$/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(enlarged).toBeHidden();
  await expect(small(4)).toHaveAttribute('aria-current', 'true');
}

test('is told when there is no such café, and when nothing is found, in the language of choice', async ({ page }) => {
  const response = await page.goto('/cafes/no-such-cafe');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: '이 카페는 찾을 수 없습니다' })).toBeVisible();
  if (isNarrow(page)) await page.getByRole('button', { name: '메뉴', exact: true }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();

  await page.goto('/cafes?q=이런이름은없다');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { level: 1, name: 'Find cafés' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'No such café yet' })).toBeVisible();
  await page.getByRole('link', { name: 'Without search words' }).click();
  await expect(cardsOf(page)).toHaveCount(24);
});

test('gets a page that can be shared: title, description and picture without any script', async ({ request }) => {
  const html = await (await request.get('/cafes/gangnam-half-moon', { headers: { accept: 'text/html' } })).text();
  expect(html).toContain('<title>카페 반달서재');
  expect(html).toMatch(/<meta property="og:image" content="https?:\/\/[^"]+\/media\/[0-9a-f]{2}\/[0-9a-f]{64}/);
  expect(html).toContain('막차가 끊긴 뒤에도 불이 켜져 있는 책방');
});
