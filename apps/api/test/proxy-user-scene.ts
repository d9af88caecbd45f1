import { randomBytes, randomUUID } from 'node:crypto';
import type { TestApp } from './app.js';

/** A player of the outside world ETC, linked to a user or to nobody. */
export async function insertProxyUser(
  app: TestApp,
  userId: string | null = null,
): Promise<{ readonly id: string; readonly memberId: string }> {
  const [id, memberId] = [randomUUID(), randomBytes(6).toString('hex')];
  await app.database.query(
    `INSERT INTO "ProxyUser" (id, type, "memberId", "displayName", "userId", "linkedAt")
     VALUES ($1, 'ETC', $2, '손님', $3, CASE WHEN $3::uuid IS NOT NULL THEN now() END)`,
    [id, memberId, userId],
  );
  return { id, memberId };
}
