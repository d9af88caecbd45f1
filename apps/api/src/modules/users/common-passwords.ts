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

let loading: Promise<ReadonlySet<string>> | undefined;

/**
 * Those passwords of 10 characters or more, in lower case, that are tried first: about 1,500 of zxcvbn's list
 * (https://github.com/zxcvbn-ts/zxcvbn, MIT), and our own. Shorter ones are refused for their length. Read when the first password is
 * chosen: the whole list takes 12 MB, which a server where nobody registers need not have.
 */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  loading ??= read();
  return loading;
}

async function read(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  const known = dictionary['passwords-common'].filter((password) => password.length >= 10);
  return new Set([...known.map((each) => each.toLowerCase()), ...ours, ...koreanKeystrokes]);
}
