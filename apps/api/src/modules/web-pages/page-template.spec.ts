import type { Cafe } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { describeCafe, describeMissing, describeSite } from './page-description.js';
import { PageTemplate } from './page-template.js';

const built = `<!doctype html>
<html lang="ko" class="x">
  <head>
    <title>VirtualCafe</title>
    <meta name="description"
      content="general" />
    <link rel="stylesheet" href="/assets/a.css" />
  </head>
  <body lang="none"></body>
</html>
`;

const cafe = {
  code: 'onion',
  name: '카페 <어니언> $& "성수"',
  tagline: '',
  introduction: `  첫 줄\n\n둘째 줄 ${'가'.repeat(300)}`,
  address: '서울 성동구',
  thumbnail: null,
} as unknown as Cafe;

describe('PageTemplate', () => {
  it('changes the language, the title and the description, and nothing else', () => {
    const html = new PageTemplate(built).render(describeSite('en', 'https://x.example/'));
    expect(html).toContain('<html lang="en" class="x">');
    expect(html).toContain('<body lang="none">');
    expect(html).toContain('<link rel="stylesheet" href="/assets/a.css" />');
    expect(html).not.toContain('general');
    expect(html.match(/<title>.*<\/title>/g)).toEqual(['<title>Open the door to a café · VirtualCafe</title>']);
    expect(html.endsWith('</html>\n')).toBe(true);
  });

  it('takes no text for markup or for a pattern', () => {
    const html = new PageTemplate(built).render(describeCafe(cafe, 'ko', 'https://x.example'));
    expect(html).toContain('<title>카페 &lt;어니언&gt; $&amp; &quot;성수&quot; · VirtualCafe</title>');
  });

  it('has another version for another build', () => {
    expect(new PageTemplate(built).version).toBe(new PageTemplate(built).version);
    expect(new PageTemplate(built).version).not.toBe(new PageTemplate(built.replace('a.css', 'b.css')).version);
  });

  it.each(['<html><title>x</title></html>', '<html lang="ko"></html>', ''])('refuses %j', (html) => {
    expect(() => new PageTemplate(html)).toThrow('index.html');
  });
});

describe('describeCafe', () => {
  const describe = (changes: Partial<Cafe>) => describeCafe({ ...cafe, ...changes }, 'ko', 'https://x.example');

  it('takes the tagline, else the introduction cut to a length, else the address', () => {
    expect(describe({ tagline: '오늘도 천천히' }).description).toBe('오늘도 천천히');
    const cut = describe({}).description;
    expect(cut).toMatch(/^첫 줄 둘째 줄 가+…$/);
    expect(Array.from(cut)).toHaveLength(160);
    expect(describe({ introduction: ' ' }).description).toBe('서울 성동구');
  });

  it('does not cut an emoji in two', () => {
    expect(describe({ introduction: '☕🍰'.repeat(200) }).description).not.toMatch(
      /[\ud800-\udbff](?![\udc00-\udfff])/,
    );
  });

  it('shows the large thumbnail under its whole address', () => {
    const thumbnail = { url: '/media/ab/x.webp', thumbnailUrl: '/media/ab/y.thumb.webp', width: 1200, height: 800 };
    expect(describe({ thumbnail: thumbnail as Cafe['thumbnail'] }).picture).toEqual({
      url: 'https://x.example/media/ab/x.webp',
      width: 1200,
      height: 800,
      alt: cafe.name,
    });
  });

  it('is indexed, and a missing one is not', () => {
    expect(describe({}).isIndexed).toBe(true);
    expect(describeMissing('ko', 'https://x.example/cafes/x').isIndexed).toBe(false);
  });
});
