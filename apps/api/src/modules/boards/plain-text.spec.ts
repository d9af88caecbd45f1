import { describe, expect, it } from 'vitest';
import { excerptOf, plainTextOf } from './plain-text.js';

describe('plainTextOf', () => {
  it.each([
    ['# 제목\n\n내용', '제목\n\n내용'],
    ['**굵게** *기울여* ~~지우고~~ `코드`', '굵게 기울여 지우고 코드'],
    ['snake_case_name 2 * 3 * 4', 'snake_case_name 2 * 3 * 4'],
    ['_밑줄_ __두 줄__', '밑줄 두 줄'],
    ['[지도](https://map.example/a?b=c "여기") ![사진](/media/x.webp)', '지도 사진'],
    ['<https://cafe.example/>', 'https://cafe.example/'],
    ['> 인용\n> > 또', '인용\n또'],
    ['- 하나\n* 둘\n+ 셋\n1. 넷\n2) 다섯\n- [x] 한 일', '하나\n둘\n셋\n넷\n다섯\n한 일'],
    ['```js\nconst a = 1;\n```', 'const a = 1;'],
    ['| 이름 | 값 |\n|---|:-:|\n| 라떼 | 5 |', '| 이름 | 값 |\n| 라떼 | 5 |'],
    ['위\n\n---\n\n아래', '위\n\n아래'],
    ['a <b>굵게</b> <!-- 숨김 --> 끝', 'a 굵게 끝'],
    [String.raw`\*별\* \# 우물`, '*별* # 우물'],
    ['가\r\n나\r\n\r\n\r\n\r\n다', '가\n나\n\n다'],
    ['5 < 6 그리고 7 > 3', '5 < 6 그리고 7 > 3'],
  ])('of %j is %j', (markdown, expected) => {
    expect(plainTextOf(markdown)).toBe(expected);
  });

  it.each([
    ['spaces', `${' '.repeat(20_000)}x`],
    ['brackets', '['.repeat(20_000)],
    ['links that never end', '[a]('.repeat(5000)],
    ['comments that never end', '<!--'.repeat(2500)],
    ['stars', '*'.repeat(20_000)],
    ['stars and letters', '*a'.repeat(10_000)],
    ['quotes', '>'.repeat(20_000)],
    ['rules that are none', `${'- '.repeat(10_000)}x`],
    ['table lines that are none', `${'|-'.repeat(10_000)}x`],
    ['underscores', ' _a'.repeat(7000)],
  ])('takes no long time over %s', (_, markdown) => {
    const begun = performance.now();
    plainTextOf(markdown);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});

describe('excerptOf', () => {
  it('is one line, cut between letters', () => {
    expect(excerptOf('# 하나\n\n둘  셋', 20)).toBe('하나 둘 셋');
    expect(excerptOf('🍰🍰🍰🍰', 3)).toBe('🍰🍰…');
    expect(excerptOf('가나 다라', 4)).toBe('가나…');
  });
});
