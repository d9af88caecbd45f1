import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Locator, Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { expect, test } from './journey.js';
import { signIn } from './people.js';

// Colours are judged as they stay, not on their way.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** An address, and what is there when the page has arrived. */
type Stop = [path: string, arrived: (main: Locator) => Locator];

const title = (name: string) => (main: Locator) => main.getByRole('heading', { level: 1, name, exact: true });
const button = (name: string) => (main: Locator) => main.getByRole('button', { name, exact: true });
const firstCard = (main: Locator): Locator => main.getByRole('article').first();
const firstRow = (main: Locator): Locator => main.getByRole('row').nth(1);

// Searches that find little: axe looks at every row, and they are all of a kind.
const open: Stop[] = [
  ['/', firstCard],
  ['/cafes?q=반달', firstCard],
  ['/cafes/gangnam-half-moon', (main) => main.getByRole('heading', { name: /의 다른 카페$/ })],
  ['/login', button('로그인')],
  ['/signup', button('가입하기')],
  ['/nowhere', title('여기에는 문이 없네요')],
  ['/r/gangnam-half-moon', button('들어가기')],
  ['/r/gangnam-half-moon/tour', button('다음')],
  ['/r/gangnam-half-moon/poster', button('인쇄하기')],
];
const closed: [string, Stop[]][] = [
  ['visitor', [['/account', button('비밀번호 바꾸기')]]],
  [
    'owner',
    [
      ['/owner', (main) => main.getByRole('listitem').first()],
      ['/owner/cafes/new', button('카페 등록')],
      ['/owner/cafes/gangnam-half-moon', title('카페 반달서재')],
      ['/owner/cafes/gangnam-half-moon?tab=photos', button('매장 사진 고르기')],
      ['/owner/rooms', (main) => main.getByRole('listitem').first()],
      ['/owner/rooms/gangnam-half-moon', title('반달서재 열람실')],
    ],
  ],
  [
    'admin',
    [
      ['/admin', (main) => main.getByText(/^회원 \d+명/)],
      ['/admin/regions', (main) => main.getByRole('treeitem', { name: /서울특별시/ })],
      ['/admin/cafes?q=반달', firstRow],
      ['/admin/users?q=visitor', firstRow],
      ['/admin/api-keys', button('새 열쇠 만들기')],
      ['/admin/log', firstRow],
      ['/admin/moderation', title('신고와 제재')],
    ],
  ],
];

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Runs axe on the page as it stands; the script is evaluated by the browser's debugger, which no policy of the page forbids. */
async function findings(page: Page, options: RunOptions = {}): Promise<string[]> {
  const results = await page.evaluate(
    (run) => (globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(run),
    { resultTypes: ['violations' as const], ...options },
  );
  return results.violations.map(
    ({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
  );
}

/** Everything in the light, then once more in the dark what depends on it: contrast. */
async function expectNoFinding(page: Page, where: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.evaluate(axeSource);
  expect(await findings(page), `${where} in light`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  // Rooms have no header, and so no button that tells.
  if (!where.startsWith('/r/')) await expect(page.getByRole('button', { name: '밝은 화면으로' })).toBeVisible();
  expect(await findings(page, { runOnly: ['color-contrast'] }), `${where} in dark`).toEqual([]);
}

async function visit(page: Page, stops: Stop[]): Promise<void> {
  for (const [path, arrived] of stops) {
    await page.goto(path);
    await expect(arrived(page.getByRole('main'))).toBeVisible();
    await expect(page.getByText('불러오는 중입니다')).toHaveCount(0);
    await expectNoFinding(page, path);
  }
}

test('the open pages have no finding of axe', async ({ page }) => {
  await visit(page, open);
});

for (const [loginId, stops] of closed) {
  test(`the pages of ${loginId} have no finding of axe`, async ({ page }) => {
    await signIn(page, loginId);
    await visit(page, stops);
  });
}

test('forms with errors have no finding of axe', async ({ page }) => {
  await page.goto('/signup');
  await button('가입하기')(page.getByRole('main')).click();
  await expect(page.getByText('꼭 입력해 주세요.')).toHaveCount(4);
  await expectNoFinding(page, '/signup');
  await signIn(page, 'visitor');
  await page.goto('/account');
  await button('비밀번호 바꾸기')(page.getByRole('main')).click();
  await expect(page.getByText('꼭 입력해 주세요.').first()).toBeVisible();
  await expectNoFinding(page, '/account');
});
