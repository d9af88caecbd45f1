import { expect, type Page } from '@playwright/test';

/** The demo's logins; the seed gives them all this password. */
export const demoPassword = 'virtualcafe';

/** Fills in the form of the login page, which must be shown. */
export async function enterLogin(page: Page, loginId: string, password: string): Promise<void> {
  await page.getByLabel('아이디', { exact: true }).fill(loginId);
  await page.getByLabel('비밀번호', { exact: true }).fill(password);
  await page.getByRole('main').getByRole('button', { name: '로그인', exact: true }).click();
}

/** Signs in through the page, as a person does, and waits until the site knows it. */
export async function signIn(page: Page, loginId: string, password = demoPassword): Promise<void> {
  await page.goto('/login');
  await enterLogin(page, loginId, password);
  await expect(page).not.toHaveURL(/\/login/);
}

/** A word that no other run has used: journeys that make things make their own. */
export const uniqueWord = (): string => Date.now().toString(36) + Math.random().toString(36).slice(2, 6);
