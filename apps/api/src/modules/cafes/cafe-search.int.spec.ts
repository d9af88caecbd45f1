import { randomUUID } from 'node:crypto';
import type { CafePage } from '@virtualcafe/contracts';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type SignedInUser, startTestApp, type TestApp } from '../../../test/app.js';
import {
  insertCafeRows,
  insertCafes,
  insertRegionRows,
  type MadeCafe,
  type MadeRegion,
} from '../../../test/cafe-factory.js';
import { createCafe, createRegion } from '../../../test/cafe-scene.js';

let app: TestApp;
let admin: SignedInUser;

beforeAll(async () => {
  app = await startTestApp();
  admin = await app.signIn('ADMIN');
});
afterAll(() => app?.stop());

const search = async (q: string, filter = ''): Promise<CafePage> => {
  const response = await app.call<CafePage>('GET', `/api/v1/cafes?pageSize=100&q=${encodeURIComponent(q)}${filter}`);
  expect(response.status, q).toBe(200);
  return response.body;
};
const find = async (q: string, filter = '') => (await search(q, filter)).items.map(({ code }) => code);

describe('a search', () => {
  const cafes = {
    'star-bucks': { name: '스타벅스 강남대로점', address: '강남대로 390', directions: '2호선 11번 출구' },
    'on-gi': { name: '온기 카페', address: '테헤란로 12-3', directions: '100% 아라비카_원두' },
    'quoted-cup': { name: `O'Brien "컵" \\ 카페`, address: '성수이로 7', directions: '' },
    'near-cafe': { name: '느린 오후', address: '카페거리 5', directions: '<b>굵은 글씨</b> 옆' },
  };

  beforeAll(async () => {
    const seoul = await createRegion(app, admin.token, '서울특별시', 'SPECIAL_CITY');
    const district = await createRegion(app, admin.token, '강남구', 'DISTRICT', seoul.id);
    const town = await createRegion(app, admin.token, '역삼동', 'NEIGHBORHOOD', district.id);
    for (const [code, fields] of Object.entries(cafes))
      await createCafe(app, admin.token, town.id, { code, ...fields });
  });

  it.each<[string, string, string[]]>([
    ['a word of the name', '온기', ['on-gi']],
    ['one syllable', '온', ['on-gi']],
    ['initial consonants of two words', 'ㅇㄱㅋ', ['on-gi']],
    ['initial consonants of a brand', 'ㅅㅌㅂㅅ', ['star-bucks']],
    ['a syllable and an initial consonant', '온ㄱ', ['on-gi']],
    ['an initial consonant and a syllable', 'ㅇ기', ['on-gi']],
    ['a word of the address', '성수이로', ['quoted-cup']],
    ['a word of the directions', '출구', ['star-bucks']],
    ['words that all match, wherever each stands', '역삼동 온기 12-3', ['on-gi']],
    ['words of which one does not', '역삼동 온기 390', []],
    ['spaces around and between', '  온기   카페  ', ['on-gi']],
    ['words written together', '온기카페', ['on-gi']],
    ['decomposed letters', '온기'.normalize('NFD'), ['on-gi']],
    ['letters in another case and width', "o'BRIEN", ['quoted-cup']],
    ['a half-typed syllable', '온ㄱ 캎', ['on-gi']],
    ['a percent sign', '%', ['on-gi']],
    ['a percent sign in a word', '0%', ['on-gi']],
    ['an underscore', '_', ['on-gi']],
    ['a quote', "'", ['quoted-cup']],
    ['a double quote', '"', ['quoted-cup']],
    ['a backslash', '\\', ['quoted-cup']],
    ['a backslash before a wildcard', '\\%', []],
    ['SQL', '\'; DROP TABLE "CafeInfo"; --', []],
    ['a condition', "' OR '1'='1", []],
    ['HTML', '<b>굵은', ['near-cafe']],
    ['an emoji', '😀', []],
  ])('for %s (%s)', async (_, q, codes) => {
    expect(await find(q)).toEqual(codes);
  });

  it('of an empty text, or of blanks, lists everything, newest first', async () => {
    for (const q of ['', '   ']) expect(await find(q)).toEqual(Object.keys(cafes).toReversed());
  });

  it('finds by the names of all regions above', async () => {
    for (const q of ['서울', '강남구', '역삼', 'ㅅㅇㅌㅂㅅ', '서울특별시강남구역삼동'])
      expect(await find(q), q).toHaveLength(4);
  });

  it('puts matches in the name first, then the newest; newest first when asked', async () => {
    expect(await find('카페')).toEqual(['quoted-cup', 'on-gi', 'near-cafe']);
    expect(await find('강남')).toEqual(['star-bucks', 'near-cafe', 'quoted-cup', 'on-gi']);
    expect(await find('ㅋㅍ')).toEqual(['quoted-cup', 'on-gi', 'near-cafe']);
    expect(await find('카페', '&sort=newest')).toEqual(['near-cafe', 'quoted-cup', 'on-gi']);
  });

  it('has pages and counts all matches', async () => {
    const page = (await app.call<CafePage>('GET', `/api/v1/cafes?q=${encodeURIComponent('카페')}&pageSize=2&page=2`))
      .body;
    expect(page).toMatchObject({ total: 3, page: 2, pageSize: 2, items: [{ code: 'near-cafe' }] });
  });
});

describe('what is found', () => {
  it('follows an edit, a region renamed or moved, and hides with the café and the regions above', async () => {
    const owner = await app.signIn('BUSINESS');
    const region = (id: string, body: unknown) =>
      app.call('PATCH', `/api/v1/regions/${id}`, { token: admin.token, body });
    const busan = await createRegion(app, admin.token, '부산광역시', 'METROPOLITAN_CITY');
    const incheon = await createRegion(app, admin.token, '인천광역시', 'METROPOLITAN_CITY');
    const district = await createRegion(app, admin.token, '해운대구', 'DISTRICT', busan.id);
    const town = await createRegion(app, admin.token, '중동', 'NEIGHBORHOOD', district.id);
    const { code, etag } = await createCafe(app, owner.token, town.id, { name: '파도소리', address: '해변로 9' });
    const edit = (tag: string, body: unknown) =>
      app.call('PATCH', `/api/v1/cafes/${code}`, { token: owner.token, body, headers: { 'if-match': tag } });
    const isFound = async (q: string) => (await find(q)).includes(code);

    expect([await isFound('파도소리'), await isFound('물결')]).toEqual([true, false]);
    const renamed = await edit(etag, { name: '물결', directions: '백사장 앞' });
    expect([await isFound('파도소리'), await isFound('물결 백사장')]).toEqual([false, true]);

    await region(district.id, { name: '새해운대구' });
    expect([await isFound('물결 새해운대구 중동'), await isFound('물결 ㅅㅎㅇㄷㄱ')]).toEqual([true, true]);
    expect([await isFound('물결 부산'), await isFound('물결 인천')]).toEqual([true, false]);
    await region(district.id, { parentId: incheon.id });
    expect([await isFound('물결 부산'), await isFound('물결 인천')]).toEqual([false, true]);

    const tag = renamed.headers.get('etag') ?? '';
    const hidden = await edit(tag, { isDisabled: true });
    expect(await isFound('물결')).toBe(false);
    const shown = await edit(hidden.headers.get('etag') ?? '', { isDisabled: false, regionId: busan.id });
    expect([await isFound('물결 부산'), await isFound('물결 중동')]).toEqual([true, false]);
    expect(shown.status).toBe(200);
    await region(busan.id, { isDisabled: true });
    expect(await isFound('물결')).toBe(false);
    await region(busan.id, { isDisabled: false });
    expect(await isFound('물결')).toBe(true);
  });

  it('follows a region renamed above more cafés than are written at a stretch', async () => {
    const region = { ...(await createRegion(app, admin.token, '넓은시', 'SPECIAL_CITY')), path: ['넓은시'] };
    await insertCafes(app.database, [{ ...region, type: 'NEIGHBORHOOD' }], 1203, { codePrefix: 'wide' });
    expect((await search('드넓은땅')).total).toBe(0);
    const body = { name: '드넓은땅' };
    await app.call('PATCH', `/api/v1/regions/${region.id}`, { token: admin.token, body });
    expect((await search('드넓은땅')).total).toBe(1203);
  });

  it('is right when a café is being created while its region is renamed', async () => {
    const code = 'between-names';
    const city = await createRegion(app, admin.token, '옛장터', 'SPECIAL_CITY');
    const elsewhere = await createRegion(app, admin.token, '다른장터', 'SPECIAL_CITY');
    const countWaiting = async () => (await app.database.query('SELECT 1 FROM pg_locks WHERE NOT granted')).length;
    // Somebody else is about to take the code: the creation, which has read the region's names, waits to see whether they do.
    const session = new pg.Client({ connectionString: app.database.url });
    await session.connect();
    await session.query('BEGIN');
    await session.query(
      `INSERT INTO "CafeInfo" (id, code, name, "regionId", address, latitude, longitude)
       VALUES ($1, $2, '가', $3, '나', 37, 127)`,
      [randomUUID(), code, elsewhere.id],
    );
    const creating = createCafe(app, admin.token, city.id, { code });
    await vi.waitUntil(async () => (await countWaiting()) === 1, { timeout: 10_000 });
    const body = { name: '새장터' };
    const renaming = app.call('PATCH', `/api/v1/regions/${city.id}`, { token: admin.token, body });
    await Promise.race([renaming, vi.waitUntil(async () => (await countWaiting()) === 2, { timeout: 10_000 })]);
    await session.query('ROLLBACK');
    await session.end();
    await Promise.all([creating, renaming]);
    expect([await find('옛장터'), await find('새장터')]).toEqual([[], [code]]);
  });
});

describe('SQL finds what a plain comparison of letters finds', () => {
  const letters = [
    ...Array.from(`가각강까카캎페펫달값닭고과 ㄱㄲㅋㅍㄷㅅ a1%_'\\"`),
    'Ab',
    '\u1100\u1161',
    '😀',
    '가 나',
    '\u3000',
  ];
  const text = (maxLength: number) =>
    fc.array(fc.constantFrom(...letters), { maxLength }).map((parts) => parts.join('').trim());
  const town = (name: string): MadeRegion => ({
    id: randomUUID(),
    parentId: null,
    name,
    type: 'NEIGHBORHOOD',
    path: [name],
  });
  const regions = [town('카페거리동'), town('달각동')];
  let cafes: MadeCafe[];

  beforeAll(async () => {
    const sources = fc.sample(fc.tuple(text(8), text(12), text(20), fc.constantFrom(...regions)), {
      numRuns: 150,
      seed: 7,
    });
    cafes = sources.map(([name, address, directions, region], place) => ({
      id: randomUUID(),
      code: `random-${place}`,
      name: name === '' ? '이름' : name,
      address,
      directions,
      region,
    }));
    await app.database.query('DELETE FROM "CafeInfo"');
    await insertRegionRows(app.database, regions);
    await insertCafeRows(app.database, cafes);
    await app.database.query(`UPDATE "CafeInfo" SET "isDisabled" = true WHERE code LIKE 'random-%3'`);
  });

  const normalise = (value: string): string[] =>
    value
      .normalize('NFC')
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
  /** The initial consonant of a syllable, by way of its canonical decomposition: U+1100 is ㄱ, U+1101 ㄲ and so on. */
  const initialOf = (letter: string): string | undefined =>
    Array.from('ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ')[(letter.normalize('NFD').codePointAt(0) ?? 0) - 0x1100];
  const contains = (field: string, word: string): boolean => {
    const places = Array.from(normalise(field).join(''));
    const typed = Array.from(word);
    return places.some(
      (_, start) =>
        start + typed.length <= places.length &&
        typed.every((letter, place) => {
          const there = places[start + place] ?? '';
          return letter === there || letter === initialOf(there);
        }),
    );
  };
  const plainlyFind = (words: string[], regionId?: string): string[] =>
    cafes
      .filter(({ code, region }) => !code.endsWith('3') && (regionId === undefined || region.id === regionId))
      .filter(({ name, address, directions, region }) =>
        words.every((word) => [name, address, directions, region.path.join('')].some((field) => contains(field, word))),
      )
      .map(({ code }) => code)
      .toReversed();

  it('for random texts and random searches, in and out of regions', async () => {
    const query = fc.tuple(text(6), fc.option(fc.constantFrom(...regions), { nil: undefined }));
    let foundSomething = 0;
    await fc.assert(
      fc.asyncProperty(query, async ([q, region]) => {
        const words = normalise(q);
        const expected = plainlyFind(words, region?.id).slice(0, 100);
        const filter = `&sort=newest${region === undefined ? '' : `&regionId=${region.id}`}`;
        const found = await find(q, filter);
        if (expected.length > 0) {
          foundSomething += 1;
          expect(found).toEqual(expected);
        } else {
          // The last letter may have been taken as half typed: what is found has at least all before it.
          const before = words.with(
            -1,
            Array.from(words.at(-1) ?? '')
              .slice(0, -1)
              .join(''),
          );
          expect(
            plainlyFind(
              before.filter((word) => word !== ''),
              region?.id,
            ),
          ).toEqual(expect.arrayContaining(found));
        }
      }),
      { numRuns: 400, seed: 11 },
    );
    expect(foundSomething).toBeGreaterThan(100);
  });
});
