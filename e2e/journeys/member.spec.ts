import type { Page } from '@playwright/test';
import { expect, test } from './journey.js';
import { enterLogin, signIn, uniqueWord } from './people.js';

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });

async function signUp(page: Page, [loginId, password, nickname, email]: [string, string, string, string]) {
  await field(page, '아이디').fill(loginId);
  await field(page, '비밀번호').fill(password);
  await field(page, '별명').fill(nickname);
  await field(page, '이메일').fill(email);
  await page.getByRole('button', { name: '가입하기' }).click();
}

async function changePassword(page: Page, current: string, next: string) {
  await field(page, '지금 비밀번호').fill(current);
  await field(page, '새 비밀번호').fill(next);
  await field(page, '새 비밀번호 한 번 더').fill(next);
  await page.getByRole('button', { name: '비밀번호 바꾸기' }).click();
}

test('signs up, changes the password and ends other sessions by it, signs out and in', async ({ page, browser }) => {
  const word = uniqueWord();
  const loginId = `m_${word}`.slice(0, 20);
  const [password, nextPassword] = ['처음에-정한-비밀번호', '다음에-정한-비밀번호'];
  await page.goto('/signup');
  await signUp(page, [loginId, password, `손님${word}`.slice(0, 20), `${word}@example.com`]);
  await expect(page.getByText(`손님${word} 님, 어서 오세요.`)).toBeVisible();
  await page.getByRole('button', { name: /님의 메뉴$/ }).click();
  await page.getByRole('link', { name: '내 계정' }).click();
  await expect(page.getByText(loginId, { exact: true })).toBeVisible();

  const otherDevice = await browser.newPage();
  await signIn(otherDevice, loginId, password);

  await changePassword(page, '이건-아닌-비밀번호', nextPassword);
  await expect(page.getByText('지금 비밀번호가 맞지 않습니다.')).toBeVisible();
  await expect(field(page, '지금 비밀번호')).toBeFocused();
  await changePassword(page, password, nextPassword);
  await expect(page.getByText('비밀번호를 바꾸었습니다. 다른 기기에서는 로그아웃되었습니다.')).toBeVisible();

  await otherDevice.goto('/account');
  await expect(otherDevice).toHaveURL(/\/login\?/);
  await enterLogin(otherDevice, loginId, password);
  await expect(otherDevice.getByRole('alert')).toHaveText('아이디 또는 비밀번호가 맞지 않습니다.');
  await otherDevice.close();

  await page.getByRole('main').getByRole('button', { name: '로그아웃' }).click();
  await expect(page.getByText('로그아웃했습니다.')).toBeVisible();
  await page.goto('/account');
  await expect(page).toHaveURL(/\/login\?/);
  await enterLogin(page, loginId, nextPassword);
  await expect(page).toHaveURL(/\/account$/);
  await expect(page.getByText(loginId, { exact: true })).toBeVisible();
});

test('is told what is wrong, field by field, and that a name is taken', async ({ page }) => {
  await page.goto('/signup');
  await page.getByRole('button', { name: '가입하기' }).click();
  await expect(page.getByText('꼭 입력해 주세요.')).toHaveCount(4);
  await expect(field(page, '아이디')).toBeFocused();

  await signUp(page, ['visitor', 'short', '처음보는손님', 'not an address']);
  await expect(field(page, '비밀번호')).toHaveAccessibleDescription('10자 이상 입력해 주세요.');
  await expect(field(page, '이메일')).toHaveAccessibleDescription('이메일 주소 형식이 아닙니다.');
  await expect(field(page, '비밀번호')).toBeFocused();

  await signUp(page, ['visitor', '충분히-긴-암호입니다', '처음보는손님', 'fresh@example.com']);
  await expect(field(page, '아이디')).toHaveAccessibleDescription('이미 쓰이고 있는 아이디입니다.');
  await expect(field(page, '아이디')).toBeFocused();
  await expect(page).toHaveURL(/\/signup$/);
});

test('stays signed in over a reload in two tabs at once, and leaves both together', async ({ page, context }) => {
  await signIn(page, 'visitor2');
  const second = await context.newPage();
  await Promise.all([page.goto('/account'), second.goto('/account')]);
  for (const tab of [page, second]) await expect(tab.getByText('visitor2', { exact: true })).toBeVisible();
  await Promise.all([page.reload(), second.reload()]);
  for (const tab of [page, second]) await expect(tab.getByText('visitor2', { exact: true })).toBeVisible();
  await second.getByRole('main').getByRole('button', { name: '로그아웃' }).click();
  await expect(page).toHaveURL(/\/login\?/);
});
