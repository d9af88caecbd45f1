import { expect, test } from '@playwright/test';
import { demoPassword, signIn, uniqueWord } from './people.js';
import { plainPng } from './photo.js';

test('changes a café and its photos, and visitors see it', async ({ page, browser, baseURL }) => {
  const word = uniqueWord();
  await signIn(page, 'owner3');
  await page.goto('/owner');
  await page
    .getByRole('link', { name: /고치기$/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/owner\/cafes\//);
  const code = new URL(page.url()).pathname.split('/').at(-1) ?? '';

  const tagline = `오늘의 한마디 ${word}`;
  await page.getByLabel('한 줄 소개', { exact: true }).fill(tagline);
  await page.getByRole('button', { name: '저장', exact: true }).click();
  await expect(page.getByText('저장했습니다').first()).toBeVisible();

  await page.goto(`/owner/cafes/${code}?tab=photos`);
  const before = await page.request.get(`/api/v1/cafes/${code}`);
  const shown = ((await before.json()) as { images: { REAL: unknown[] } }).images.REAL.length;
  const photo = { name: '../../사진.png', mimeType: 'image/png', buffer: plainPng(640, 480, [200, 120, 60]) };
  await page.locator('input[type=file]').nth(1).setInputFiles(photo);
  await expect
    .poll(async () => {
      const cafe = (await (await page.request.get(`/api/v1/cafes/${code}`)).json()) as {
        images: Record<string, unknown[]>;
      };
      return Object.values(cafe.images).flat().length;
    })
    .toBeGreaterThan(shown);

  const visitor = await browser.newPage({ locale: 'ko-KR', ...(baseURL === undefined ? {} : { baseURL }) });
  await visitor.goto(`/cafes/${code}`);
  await expect(visitor.getByText(tagline)).toBeVisible();
  await visitor.close();
});

test('is not overwritten by somebody who edits the same café', async ({ page, playwright, baseURL }) => {
  await signIn(page, 'owner4');
  await page.goto('/owner');
  await page
    .getByRole('link', { name: /고치기$/ })
    .first()
    .click();
  await expect(page.getByLabel('한 줄 소개', { exact: true })).toBeVisible();
  const code = new URL(page.url()).pathname.split('/').at(-1) ?? '';

  // Meanwhile, on another device.
  const other = await playwright.request.newContext(baseURL === undefined ? {} : { baseURL });
  const session = await other.post('/api/v1/auth/login', { data: { loginId: 'owner4', password: demoPassword } });
  const { accessToken } = (await session.json()) as { accessToken: string };
  const authorization = `Bearer ${accessToken}`;
  const current = await other.get(`/api/v1/me/cafes/${code}`, { headers: { authorization } });
  const theirs = `다른 기기에서 ${uniqueWord()}`;
  const saved = await other.patch(`/api/v1/cafes/${code}`, {
    headers: { authorization, 'if-match': current.headers().etag ?? '' },
    data: { tagline: theirs },
  });
  expect(saved.status()).toBe(200);

  await page.getByLabel('한 줄 소개', { exact: true }).fill('이 기기에서 적은 것');
  await page.getByRole('button', { name: '저장', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '그사이 다른 사람이 이 카페를 고쳤습니다' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByText(theirs)).toBeVisible();
  const kept = (await (await other.get(`/api/v1/cafes/${code}`)).json()) as { tagline: string };
  expect(kept.tagline).toBe(theirs);
  await other.dispose();
});
