import { createRequire } from 'node:module';
import { expect, type Page, test } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { signIn } from './people.js';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Runs axe on the page as it stands; the script is evaluated by the browser's debugger, which no policy of the page forbids. */
async function findings(page: Page): Promise<string[]> {
  await page.waitForLoadState('networkidle');
  const { readFileSync } = await import('node:fs');
  await page.evaluate(readFileSync(axePath, 'utf8'));
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return results.violations.map(
    ({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
  );
}

const open = ['/', '/cafes', '/cafes?q=카페', '/cafes/gangnam-half-moon', '/login', '/signup', '/nowhere'];
const ofOwner = [
  '/owner',
  '/owner/cafes/new',
  '/owner/cafes/gangnam-half-moon',
  '/owner/cafes/gangnam-half-moon?tab=photos',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    for (const path of open) {
      test(`${path} has no finding of axe`, async ({ page }) => {
        await page.goto(path);
        expect(await findings(page)).toEqual([]);
      });
    }
  });
}

test('the pages of an owner have no finding of axe', async ({ page }) => {
  await signIn(page, 'owner');
  for (const path of ofOwner) {
    await page.goto(path);
    expect(await findings(page), path).toEqual([]);
  }
});

test('no page asks for more than its content security policy allows', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
  });
  for (const path of open) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
  }
  expect(complaints).toEqual([]);
});
