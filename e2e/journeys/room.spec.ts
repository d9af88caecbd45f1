import { mkdir } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import type { Transform } from '@virtualcafe/contracts';
import { expect, test } from './journey.js';
import { demoPassword } from './people.js';
import { RoomWatch } from './room-watch.js';

const room = '/r/gangnam-half-moon';
/** Where pictures of the journey are put for people to look at; nowhere without it. */
const pictures = process.env['E2E_PICTURES'];

test.setTimeout(600_000);

async function picture(page: Page, name: string): Promise<void> {
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png` });
}

interface Visitor {
  readonly page: Page;
  readonly watch: RoomWatch;
  /** Bytes that came over the network before one stood in the room, compressed as they came. */
  readonly arrivedBytes: () => number;
}

async function enter(browser: Browser, nickname: string, path = room): Promise<Visitor> {
  const context = await browser.newContext({ locale: 'ko-KR', viewport: { width: 800, height: 440 } });
  // As on a weak device: without a graphics card the processor draws.
  await context.addInitScript(() => localStorage.setItem('vc.room.quality', 'low'));
  const page = await context.newPage();
  const watch = await RoomWatch.of(page);
  let arrivedBytes = 0;
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    arrivedBytes += encodedDataLength;
  });
  await page.goto(path);
  await page.getByLabel('별명').fill(nickname);
  await page.getByRole('button', { name: '들어가기' }).click();
  await expect(page.getByLabel('보낼 말')).toBeVisible({ timeout: 240_000 });
  // Not before there is something to see.
  expect(await brightnessOf(page)).toBeGreaterThan(20);
  await watch.update();
  return { page, watch, arrivedBytes: () => arrivedBytes };
}

const say = async ({ page }: Visitor, text: string): Promise<void> => {
  await page.getByLabel('보낼 말').fill(text);
  await page.getByLabel('보낼 말').press('Enter');
};

const said = ({ page }: Visitor, text: string) => page.getByRole('listitem').getByText(text, { exact: true });

/** The canvas as a few coarse pixels; red, green and blue of each, 0 to 255. */
const colorsOf = (page: Page): Promise<number[]> =>
  page.evaluate(
    () =>
      new Promise<number[]>((resolve, reject) => {
        // After the viewer's own: what is drawn is there until the frame ends.
        requestAnimationFrame(() => {
          const canvas = document.querySelector('canvas');
          const brush = new OffscreenCanvas(8, 4).getContext('2d');
          if (canvas === null || brush === null) {
            reject(new Error('There is no canvas'));
            return;
          }
          brush.imageSmoothingQuality = 'high';
          brush.drawImage(canvas, 0, 0, 8, 4);
          resolve([...brush.getImageData(0, 0, 8, 4).data].filter((_, index) => index % 4 < 3));
        });
      }),
  );

/** How bright the middle of the page is as it is seen, 0 to 255. */
async function brightnessOf(page: Page): Promise<number> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const clip = { x: width / 4, y: height / 4, width: width / 2, height: height / 4 };
  const png = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes]));
    const brush = new OffscreenCanvas(1, 1).getContext('2d');
    if (brush === null) throw new Error('There is no canvas');
    brush.imageSmoothingQuality = 'high';
    brush.drawImage(picture, 0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = brush.getImageData(0, 0, 1, 1).data;
    return (red + green + blue) / 3;
  }, png);
}

/** How far two such pictures are from each other, on average. */
const differenceOf = (one: readonly number[], other: readonly number[]): number =>
  one.reduce((sum, value, index) => sum + Math.abs(value - (other[index] ?? 0)), 0) / one.length;

/** So much farther from each other are pictures of two rooms than two of the same. */
const otherRoom = 8;

/** Pictures in a row on which one has not moved although the key is down: something is in the way. */
const stillPictures = 12;

/** Walks straight on until something is in the way. @returns where. */
async function walkUntilStopped({ page, watch }: Visitor): Promise<Transform> {
  await expect.poll(async () => (await watch.update(), watch.sent.length), { timeout: 60_000 }).toBeGreaterThan(0);
  const start = watch.place;
  await page.locator('canvas').focus();
  await page.keyboard.down('KeyW');
  let place = start;
  let movedAt = await watch.drawn();
  await expect
    .poll(
      async () => {
        await watch.update();
        const drawn = await watch.drawn();
        if (metresBetween(watch.place, place) > 0.02) [place, movedAt] = [watch.place, drawn];
        return metresBetween(start, place) > 1 && drawn - movedAt > stillPictures;
      },
      { timeout: 240_000, intervals: [200] },
    )
    .toBe(true);
  await page.keyboard.up('KeyW');
  await watch.update();
  return watch.place;
}

const metresBetween = (one: Transform, other: Transform): number => Math.hypot(one.x - other.x, one.z - other.z);

test('two people meet: one walks into furniture, the other sees it, they talk, and one who was cut off misses nothing', async ({
  browser,
}) => {
  const one = await enter(browser, '하나');
  const two = await enter(browser, '둘둘');
  const { self, world } = one.watch.known;
  console.log(`${(one.arrivedBytes() / 1e6).toFixed(2)} MB until one stood in the room`);
  expect(one.arrivedBytes()).toBeLessThan(2.5e6);

  const stopped = await walkUntilStopped(one);
  await picture(one.page, 'one-at-the-table');
  await picture(two.page, 'two-sees-one');
  // Not at the wall, but at what stands before it.
  expect(stopped.z - world.bounds.min.z).toBeGreaterThan(1);
  const { x, z } = stopped;
  await expect
    .poll(async () => (await two.watch.update(), two.watch.movesOf(self.id).at(-1)?.transform))
    .toMatchObject({ x, z });
  const delays = two.watch.delaysOf(self.id, one.watch.sent);
  // At the least the first step, and the last.
  expect(delays.length).toBeGreaterThan(1);
  const median = delays[Math.floor(delays.length / 2)];
  console.log(
    `seen after ${median?.toFixed(0)} ms (median of ${delays.length}), ${delays.at(-1)?.toFixed(0)} ms at most`,
  );

  await say(one, '안녕하세요, 여기 자리 있어요?');
  await expect(said(two, '안녕하세요, 여기 자리 있어요?')).toBeVisible();
  await say(two, '네, 앉으세요!');
  await expect(said(one, '네, 앉으세요!')).toBeVisible();
  await picture(two.page, 'two-talks');

  await two.page.context().setOffline(true);
  await expect(two.page.getByText('인터넷 연결이 끊겼습니다. 연결되면 이어집니다.')).toBeVisible();
  await say(one, '들리세요?');
  await say(two, '잠시 끊겼어요');
  await two.page.context().setOffline(false);
  await expect(said(two, '들리세요?')).toBeVisible({ timeout: 120_000 });
  await expect(said(one, '잠시 끊겼어요')).toBeVisible({ timeout: 120_000 });
  for (const visitor of [one, two])
    for (const text of ['안녕하세요, 여기 자리 있어요?', '네, 앉으세요!', '들리세요?', '잠시 끊겼어요'])
      await expect(said(visitor, text)).toHaveCount(1);
  await picture(two.page, 'two-is-back');
  for (const { page } of [one, two]) await page.context().close();
});

test('somebody in a room sees it become another, without coming in anew', async ({ browser, request }) => {
  const code = 'yeonnam-greenhouse';
  const visitor = await enter(browser, '온실손님', `/r/${code}`);
  const { page } = visitor;
  await picture(page, 'room-before');
  const before = await colorsOf(page);
  // What changes in a room that stays the same: plants' leaves, one's own breath.
  await page.waitForTimeout(1000);
  const still = differenceOf(before, await colorsOf(page));
  const fetched: string[] = [];
  page.on('requestfinished', (each) => {
    if (each.url().includes('/map-files/')) fetched.push(each.url());
  });
  const loads = await page.evaluate(() => performance.timeOrigin);

  const login = await request.post('/api/v1/auth/login', { data: { loginId: 'admin', password: demoPassword } });
  const { accessToken } = (await login.json()) as { accessToken: string };
  const order = { style: 'modern', width: 10, depth: 8, height: 3, tables: 3, counter: 'left', plants: 2, lights: 4 };
  const ordered = await request.post(`/api/v1/viewers/${code}/starter-room`, {
    headers: { authorization: `Bearer ${accessToken}` },
    data: { ...order, imageIds: [], seed: 5 },
  });
  expect(ordered.status()).toBe(202);

  // The new pair of maps.
  await expect.poll(() => fetched.length, { timeout: 120_000 }).toBe(2);
  await expect
    .poll(async () => differenceOf(before, await colorsOf(page)), { timeout: 60_000 })
    .toBeGreaterThan(still + otherRoom);
  await picture(page, 'room-after');
  await say(visitor, '방이 바뀌었네요');
  await expect(said(visitor, '방이 바뀌었네요')).toBeVisible();
  expect(await page.evaluate(() => performance.timeOrigin)).toBe(loads);
  await page.context().close();
});

test('the guided tour goes from place to place by keyboard alone', async ({ page }) => {
  await page.goto(`${room}/tour`);
  const stop = (position: number) =>
    page.getByRole('heading', { level: 2, name: new RegExp(`곳 가운데 ${position}번째`) });
  await expect(stop(1)).toBeVisible();
  const press = async (name: string): Promise<void> => {
    const target = page.getByRole('button', { name, exact: true });
    const hasFocus = () => target.evaluate((element) => element === document.activeElement);
    // By what a keyboard reaches, and no more often than there are things to reach.
    for (let count = 0; count < 100 && !(await hasFocus()); count += 1) await page.keyboard.press('Tab');
    await expect(target).toBeFocused();
    await page.keyboard.press('Enter');
  };
  const total = await page.getByRole('navigation', { name: '순서' }).getByRole('listitem').count();
  expect(total).toBeGreaterThan(3);
  for (let position = 2; position <= total; position += 1) {
    await press('다음');
    await expect(stop(position)).toBeFocused();
  }
  await press('이전');
  await expect(stop(total - 1)).toBeFocused();
});
