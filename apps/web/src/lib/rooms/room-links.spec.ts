import { describe, expect, it } from 'vitest';
import { embedCode, friendUrl, roomUrl } from './room-links.js';

const origin = 'https://cafe.example';

describe('addresses of a room', () => {
  it('lead to its door, and to a friend', () => {
    expect(roomUrl(origin, 'on-gi')).toBe('https://cafe.example/r/on-gi');
    expect(friendUrl(origin, 'on-gi', 'Ab_-567890123456')).toBe('https://cafe.example/r/on-gi?with=Ab_-567890123456');
  });

  it('let no name break out of its place', () => {
    const snippet = embedCode(origin, 'soop', '"><script>alert(1)</script>&');
    expect(snippet).toContain('title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;"');
    expect(snippet).not.toContain('<script');
  });

  it('show it within another site, whatever its name', () => {
    const code = embedCode(origin, 'on-gi', '"온기" & <방>');
    expect(code).toContain('src="https://cafe.example/r/on-gi?embed=1"');
    expect(code).toContain('title="&quot;온기&quot; &amp; &lt;방&gt;"');
  });
});
