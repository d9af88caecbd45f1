import type { VirtualLink } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import {
  draftsOf,
  isSameLinks,
  linksSchema,
  missingTypes,
  withChange,
  withLink,
  withMovedLink,
} from './link-drafts.js';

const image = {
  id: '0198a000-0000-7000-8000-000000000009',
  url: '',
  thumbnailUrl: '',
  width: 1,
  height: 1,
  sizeBytes: 1,
  mimeType: 'image/webp',
  thumbhash: '',
};
const link = (type: VirtualLink['type'], thumbnail: VirtualLink['thumbnail'] = null): VirtualLink => ({
  id: '0198a000-0000-7000-8000-000000000001',
  type,
  name: type,
  url: 'https://example.kr/room',
  isAvailable: true,
  thumbnail,
});
const drafts = draftsOf([link('ZEPETO', image), link('OTHER')]);
const typesOf = (links: readonly { type: string }[]) => links.map(({ type }) => type);

describe('link drafts', () => {
  it('are sent back as they were loaded', () => {
    expect(linksSchema.parse(drafts)).toEqual({
      links: [
        { type: 'ZEPETO', name: 'ZEPETO', url: 'https://example.kr/room', isAvailable: true, thumbnailId: image.id },
        { type: 'OTHER', name: 'OTHER', url: 'https://example.kr/room', isAvailable: true, thumbnailId: null },
      ],
    });
  });

  it('know which types are still free', () => {
    expect(missingTypes(drafts)).toEqual(['WEB_VIEWER']);
    expect(missingTypes({ links: withLink(drafts, 'WEB_VIEWER', '3D') })).toEqual([]);
  });

  it('change one link only', () => {
    const changed = withChange(drafts, 'OTHER', { isAvailable: false });
    expect(changed.map(({ isAvailable }) => isAvailable)).toEqual([true, false]);
  });

  it.each([
    [0, 1, ['OTHER', 'ZEPETO']],
    [1, -1, ['OTHER', 'ZEPETO']],
    [0, -1, ['ZEPETO', 'OTHER']],
    [1, 1, ['ZEPETO', 'OTHER']],
    [7, 1, ['ZEPETO', 'OTHER']],
  ] as const)('move the link at %i by %i', (index, step, expected) => {
    expect(typesOf(withMovedLink(drafts, index, step))).toEqual(expected);
  });

  it('name the fields that are wrong as the API does', () => {
    const wrong = withChange(drafts, 'OTHER', { name: '', url: 'javascript:alert(1)' });
    const issues = linksSchema.safeParse({ links: wrong }).error?.issues ?? [];
    expect(issues.map(({ path }) => path.join('/'))).toEqual(['links/1/name', 'links/1/url']);
  });

  it('see whether anything differs, also the order', () => {
    expect(isSameLinks(drafts, draftsOf([link('ZEPETO', image), link('OTHER')]))).toBe(true);
    expect(isSameLinks(drafts, draftsOf([link('OTHER'), link('ZEPETO', image)]))).toBe(false);
    expect(isSameLinks(drafts, { links: withChange(drafts, 'ZEPETO', { thumbnail: null }) })).toBe(false);
  });
});
