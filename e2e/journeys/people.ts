import { expect, type Page } from '@playwright/test';

/** The demo's logins; the seed gives them all this password. */
const demoPassword = 'virtualcafe';

/** Signs in through the page, as a person does, and waits until the site knows it. */
export async function signIn(page: Page, loginId: string, password = demoPassword): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('아이디', { exact: true }).fill(loginId);
  await page.getByLabel('비밀번호', { exact: true }).fill(password);
  await page.getByRole('main').getByRole('button', { name: '로그인', exact: true }).click();
  await expect(page).not.toHaveURL(/\/login/);
}
