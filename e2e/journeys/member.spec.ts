import { expect, test } from '@playwright/test';
import { signIn, uniqueWord } from './people.js';

test('signs up, changes the password, signs out and in again', async ({ page }) => {
  const word = uniqueWord();
  const [loginId, password, newPassword] = [`m_${word}`.slice(0, 20), `처음-${word}-pass`, `다음-${word}-pass`];
  await page.goto('/signup');
  await page.getByLabel('아이디', { exact: true }).fill(loginId);
  await page.getByLabel('별명', { exact: true }).fill(`손님${word}`.slice(0, 20));
  await page.getByLabel('이메일', { exact: true }).fill(`${word}@example.com`);
  await page.getByLabel('비밀번호', { exact: true }).fill(password);
  await page.getByRole('button', { name: '가입하기' }).click();
  await expect(page).not.toHaveURL(/\/signup/);

  await page.goto('/account');
  await expect(page.getByText(loginId, { exact: true })).toBeVisible();
  await page.getByLabel('지금 비밀번호', { exact: true }).fill('이건-아닌-비밀번호');
  await page.getByLabel('새 비밀번호', { exact: true }).fill(newPassword);
  await page.getByLabel('새 비밀번호 한 번 더', { exact: true }).fill(newPassword);
  await page.getByRole('button', { name: '비밀번호 바꾸기' }).click();
  await expect(page.getByLabel('지금 비밀번호', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('지금 비밀번호', { exact: true }).fill(password);
  await page.getByRole('button', { name: '비밀번호 바꾸기' }).click();
  await expect(page.getByText('비밀번호를 바꾸었습니다').first()).toBeVisible();

  await page.getByRole('main').getByRole('button', { name: '로그아웃' }).click();
  await expect(page.getByRole('link', { name: '로그인', exact: true }).first()).toBeVisible();
  await signIn(page, loginId, newPassword);
  await page.goto('/account');
  await expect(page.getByText(loginId, { exact: true })).toBeVisible();
});

test('is told what is wrong, field by field, and that a name is taken', async ({ page }) => {
  await page.goto('/signup');
  await page.getByLabel('아이디', { exact: true }).fill('visitor');
  await page.getByLabel('별명', { exact: true }).fill('카페산책자');
  await page.getByLabel('이메일', { exact: true }).fill('not an address');
  await page.getByLabel('비밀번호', { exact: true }).fill('short');
  await page.getByRole('button', { name: '가입하기' }).click();
  await expect(page.getByLabel('이메일', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('비밀번호', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('이메일', { exact: true }).fill('fresh@example.com');
  await page.getByLabel('비밀번호', { exact: true }).fill('충분히-긴-암호입니다');
  await page.getByRole('button', { name: '가입하기' }).click();
  await expect(page.getByLabel('아이디', { exact: true })).toHaveAttribute('aria-invalid', 'true');
});

test('stays signed in over a reload, in two tabs at once', async ({ page, context }) => {
  await signIn(page, 'visitor2');
  const second = await context.newPage();
  await Promise.all([page.goto('/account'), second.goto('/account')]);
  for (const tab of [page, second]) await expect(tab.getByText('visitor2', { exact: true })).toBeVisible();
  await Promise.all([page.reload(), second.reload()]);
  for (const tab of [page, second]) await expect(tab.getByText('visitor2', { exact: true })).toBeVisible();
});
