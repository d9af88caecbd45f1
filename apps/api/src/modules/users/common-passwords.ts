import { dictionary } from '@zxcvbn-ts/language-common';

// Words of this product, and Korean ones as they come out of a keyboard left in English: the list knows neither.
const ours = ['virtualcafe', 'virtualcafé', 'virtualcafe1', 'metaversecafe'];
const koreanKeystrokes = [
  'dkssudgktpdy', // 안녕하세요
  'qlalfqjsgh', // 비밀번호
  'qlalfqjsghdlqslek', // 비밀번호입니다
  'tkfkdgkqslek', // 사랑합니다
  'rkatkgkqslek', // 감사합니다
  'godqhrgktpdy', // 행복하세요
  'eogksalsrnr', // 대한민국
  'rhksflwkdlqslek', // 관리자입니다
  'zkvptkwkdsla', // 카페사장님
];

/**
 * Those passwords of 10 characters or more, in lower case, that are tried first: about 1,500 of zxcvbn's list
 * (https://github.com/zxcvbn-ts/zxcvbn, MIT), and our own. Shorter ones are refused for their length.
 */
export const commonPasswords: ReadonlySet<string> = new Set([
  ...dictionary['passwords-common'].filter((password) => password.length >= 10).map((each) => each.toLowerCase()),
  ...ours,
  ...koreanKeystrokes,
]);
