import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertAuthors, insertBoard, insertReply } from '../../../test/board-factory.js';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';

// What the migrations say of posts and replies beyond Prisma's schema.

let database: TestDatabase;
let authorId: string;
let boardId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  [authorId = ''] = await insertAuthors(database, 1);
  boardId = await insertBoard(database, authorId);
});

afterAll(() => database?.drop());

const answer = async (parentId: string): Promise<string> => {
  const [row] = await database.query<{ id: string }>(
    `INSERT INTO "BoardReply" (id, "boardId", "parentId", "authorId", content, "threadPath")
     VALUES (gen_random_uuid(), $1, $2, $3, '답', 'made up') RETURNING id`,
    [boardId, parentId, authorId],
  );
  return row?.id ?? '';
};
const pathOf = async (id: string): Promise<string | undefined> => {
  const [row] = await database.query<{ threadPath: string }>('SELECT "threadPath" FROM "BoardReply" WHERE id = $1', [
    id,
  ]);
  return row?.threadPath;
};
const hex = (id: string): string => id.replaceAll('-', '');

describe('the database', () => {
  it("writes each reply's path itself, whatever it is told", async () => {
    const top = await insertReply(database, boardId, authorId);
    const middle = await answer(top);
    const low = await answer(middle);
    expect(await pathOf(top)).toBe(hex(top));
    expect(await pathOf(low)).toBe(hex(top) + hex(middle) + hex(low));
  });

  it('lets no reply move', async () => {
    const [top, other] = [
      await insertReply(database, boardId, authorId),
      await insertReply(database, boardId, authorId),
    ];
    const elsewhere = await insertBoard(database, authorId);
    for (const [column, value] of [
      ['"parentId"', other],
      ['"boardId"', elsewhere],
      ['"threadPath"', 'x'],
    ] as const)
      await expect(
        database.query(`UPDATE "BoardReply" SET ${column} = $1 WHERE id = $2`, [value, top]),
        column,
      ).rejects.toMatchObject({ constraint: 'BoardReply_thread_kept' });
    await database.query(`UPDATE "BoardReply" SET content = '새' WHERE id = $1`, [top]);
  });

  it('refuses a blocked post that shows', async () => {
    await expect(
      database.query('UPDATE "Board" SET "isBlocked" = true WHERE id = $1', [boardId]),
    ).rejects.toMatchObject({ constraint: 'Board_isBlocked_check' });
  });
});
