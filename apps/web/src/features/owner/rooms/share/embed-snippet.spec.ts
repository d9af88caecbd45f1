import { describe, expect, it } from 'vitest';
import { embedSnippet } from './embed-snippet.js';

describe('embedSnippet', () => {
  it('leads to the room as it is shown within other pages', () => {
    expect(embedSnippet('https://cafe.kr/r/soop', '숲')).toContain('src="https://cafe.kr/r/soop?embed=1" title="숲"');
  });

  it('lets no name break out of its place', () => {
    const snippet = embedSnippet('https://cafe.kr/r/soop', '"><script>alert(1)</script>&');
    expect(snippet).toContain('title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;"');
    expect(snippet).not.toContain('<script');
  });
});
