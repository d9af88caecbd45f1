import type { Locator, Page } from '@playwright/test';
import { expect, test } from './journey.js';
import { demoPassword, signIn, uniqueWord } from './people.js';
import { grainyJpeg, slowUploads, watchProgress } from './photo.js';

const save = (page: Page): Promise<void> => page.getByRole('button', { name: '저장', exact: true }).click();

test('finds a café of their own and changes its words, and visitors see them', async ({ page }) => {
  const word = uniqueWord();
  await signIn(page, 'owner3');
  await page.goto('/owner');
  await page.getByRole('link', { name: '카페 고양이 세 시 고치기' }).click();
  await page.getByLabel('한 줄 소개', { exact: true }).fill(`오늘의 한마디 ${word}`);
  await page.getByLabel('카페 이야기', { exact: true }).fill(`고양이는 세 시에 옵니다.\n\n그리고 잡니다, ${word}.`);
  await page.getByLabel('전화번호', { exact: true }).fill('전화 없음');
  await expect(page.getByRole('region', { name: '저장하지 않은 변경 3가지' })).toBeVisible();
  await save(page);
  await expect(page.getByLabel('전화번호', { exact: true })).toBeFocused();
  await expect(page.getByLabel('전화번호', { exact: true })).toHaveAccessibleDescription(/^숫자와 붙임표/);
  await page.getByLabel('전화번호', { exact: true }).fill('02-733-0303');
  await save(page);
  await expect(page.getByText('저장했습니다.')).toBeVisible();

  await page.getByRole('link', { name: '공개 페이지' }).click();
  await expect(page).toHaveURL(/\/cafes\/seochon-cat-three$/);
  await page.reload();
  await expect(page.getByText(`오늘의 한마디 ${word}`)).toBeVisible();
  await expect(page.getByText(`그리고 잡니다, ${word}.`)).toBeVisible();
  await expect(page.getByRole('link', { name: '02-733-0303' })).toBeVisible();
});

test('uploads a photo and puts the photos in order, and visitors see it', async ({ page }) => {
  await signIn(page, 'owner5');
  await page.goto('/owner/cafes/gapyeong-campfire?tab=photos');
  const tiles = page.getByRole('list', { name: '매장 사진, 차례대로' }).getByRole('listitem');
  await expect(tiles.first()).toBeVisible();
  const before = await sourcesOf(tiles);
  await uploadPhoto(page);
  await expect(tiles).toHaveCount(before.length + 1);
  await expect(page.getByRole('list', { name: '올리는 사진' })).toBeHidden();
  const uploaded = (await sourcesOf(tiles)).at(-1) ?? '';

  await moveToFrontByKeyboard(page, before.length + 1);
  await expect.poll(() => sourcesOf(tiles)).toEqual([uploaded, ...before]);
  await kept(page, () => drag(page, tiles.nth(0), tiles.nth(2)));
  const order = before.toSpliced(2, 0, uploaded);
  await expect.poll(() => sourcesOf(tiles)).toEqual(order);

  await page.goto('/cafes/gapyeong-campfire');
  const photo = (index: number): Locator => page.getByAltText(`모닥불 캠핑 카페 사진 ${index + 1}`, { exact: true });
  for (const [index, source] of order.entries()) await expect(photo(index)).toHaveAttribute('src', source);
  await page.getByRole('button', { name: '사진 3 보기' }).click();
  await expect(photo(2)).toHaveJSProperty('complete', true);
  await expect(photo(2)).not.toHaveJSProperty('naturalWidth', 0);
});

const sourcesOf = (tiles: Locator): Promise<string[]> =>
  tiles.getByRole('img').evaluateAll((images) => images.map((image) => image.getAttribute('src') ?? ''));

/** Waits until the order is kept by the server, not only shown. */
async function kept(page: Page, change: () => Promise<void>): Promise<void> {
  const answer = page.waitForResponse((response) => response.url().endsWith('/images/REAL'));
  await change();
  expect((await answer).status()).toBe(200);
}

async function uploadPhoto(page: Page): Promise<void> {
  const buffer = await grainyJpeg(page, 800, 600);
  await slowUploads(page, buffer.length);
  const percents = await watchProgress(page, '모닥불.jpg');
  await kept(page, async () => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '매장 사진 고르기' }).click();
    await (await chooser).setFiles({ name: '모닥불.jpg', mimeType: 'image/jpeg', buffer });
  });
  const shown = await percents();
  expect(shown).toEqual(shown.toSorted((one, other) => one - other));
  expect(shown.some((percent) => percent > 0 && percent < 100)).toBe(true);
}

/** The last of the shop's photos to the front: Space, arrows, Space; what is said leads from one step to the next. */
async function moveToFrontByKeyboard(page: Page, count: number): Promise<void> {
  const name = `매장 사진 ${count}`;
  await page.getByRole('button', { name: `${name}: 키보드로 옮기기` }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByText(`${name}, 들어 올렸습니다. 지금 ${count}개 중 ${count}번째입니다.`)).toBeAttached();
  // An arrow goes unheard until the places have been measured; at the front one more does nothing.
  await expect(async () => {
    await page.keyboard.press('ArrowLeft');
    expect(await page.getByText(`${name}, ${count}개 중 1번째 자리입니다.`).count()).toBe(1);
  }).toPass();
  await kept(page, () => page.keyboard.press('Space'));
}

async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.hover();
  await page.mouse.down();
  const place = await to.boundingBox();
  if (place === null) throw new Error('There is nowhere to drag it to');
  await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2, { steps: 12 });
  await expect(page.getByText(/3번째 자리입니다\.$/)).toBeAttached();
  await page.mouse.up();
}

test('is not overwritten by somebody who edits the same café', async ({ page, request }) => {
  await signIn(page, 'owner4');
  await page.goto('/owner/cafes/garosu-corner-oven');
  await expect(page.getByLabel('한 줄 소개', { exact: true })).toBeVisible();

  // Meanwhile, on another device.
  const session = await request.post('/api/v1/auth/login', { data: { loginId: 'owner4', password: demoPassword } });
  const { accessToken } = (await session.json()) as { accessToken: string };
  const authorization = `Bearer ${accessToken}`;
  const current = await request.get('/api/v1/me/cafes/garosu-corner-oven', { headers: { authorization } });
  const [theirs, mine] = [`다른 기기에서 ${uniqueWord()}`, `이 기기에서 ${uniqueWord()}`];
  const saved = await request.patch('/api/v1/cafes/garosu-corner-oven', {
    headers: { authorization, 'if-match': current.headers().etag ?? '' },
    data: { tagline: theirs },
  });
  expect(saved.status()).toBe(200);

  await page.getByLabel('한 줄 소개', { exact: true }).fill(mine);
  await save(page);
  const dialog = page.getByRole('dialog', { name: '그사이 다른 사람이 이 카페를 고쳤습니다' });
  await expect(dialog.getByText(theirs)).toBeVisible();
  await expect(dialog.getByText(mine)).toBeVisible();
  const kept = (await (await request.get('/api/v1/cafes/garosu-corner-oven')).json()) as { tagline: string };
  expect(kept.tagline).toBe(theirs);

  await dialog.getByRole('button', { name: '이대로 계속 고치기' }).click();
  await save(page);
  await expect(page.getByText('저장했습니다.')).toBeVisible();
});
