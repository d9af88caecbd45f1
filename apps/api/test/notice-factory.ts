import { randomUUID } from 'node:crypto';
import type { TestApp } from './app.js';

/** A notice that is shown on any day, by whichever user there is. Returns its id. */
export async function insertNotice(app: TestApp): Promise<string> {
  const id = randomUUID();
  await app.database.query(
    `INSERT INTO "Notice" (id, title, content, "authorId") SELECT $1, '공지', '내용', id FROM "User" LIMIT 1`,
    [id],
  );
  return id;
}
