import { randomBytes, randomUUID } from 'node:crypto';
import type { UserActor } from '../src/access/actor.js';
import type { UserType } from '@virtualcafe/contracts';
import { type SignedInUser, startTestApp, type TestApp } from './app.js';
import { createCafe, createRegion } from './cafe-scene.js';
import { createOpenViewer } from './viewer-scene.js';

/** Somebody who acts within the application itself, as the rooms let them. */
export const actorOf = ({ id }: SignedInUser, userType: UserType): UserActor => ({
  kind: 'user',
  userId: id,
  userType,
  sessionId: randomUUID(),
});

/** A keyed hash of an address, as the rooms make them. */
export const newClientKey = (): string => randomBytes(16).toString('base64url');

/** One row of the transaction log. */
export interface LoggedAct {
  readonly action: string;
  readonly actorId: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

/** A café's room, who keeps order in it and who does not. */
export interface ModerationScene {
  readonly app: TestApp;
  readonly admin: SignedInUser;
  readonly manager: SignedInUser;
  readonly owner: SignedInUser;
  readonly visitor: SignedInUser;
  readonly room: { readonly id: string; readonly code: string };
  readonly otherRoom: { readonly id: string; readonly code: string };
  /** What was done to this resource, oldest first. */
  actsOn(resourceId: string): Promise<LoggedAct[]>;
}

/** `otherRoom` is of the same café. */
export async function setModerationScene(): Promise<ModerationScene> {
  const app = await startTestApp();
  const admin = await app.signIn('ADMIN');
  const manager = await app.signIn('MANAGER');
  const owner = await app.signIn('BUSINESS');
  const visitor = await app.signIn('GENERAL');
  const region = await createRegion(app, admin.token, '서울특별시', 'SPECIAL_CITY');
  const cafe = await createCafe(app, owner.token, region.id);
  return {
    app,
    admin,
    manager,
    owner,
    visitor,
    room: await createOpenViewer(app, owner.token, cafe.id),
    otherRoom: await createOpenViewer(app, owner.token, cafe.id),
    actsOn: (resourceId) =>
      app.database.query<LoggedAct & Record<string, unknown>>(
        'SELECT action, "actorId", before, after FROM "TransactionLog" WHERE "resourceId" = $1 ORDER BY "createdAt", id',
        [resourceId],
      ),
  };
}

/** A ban of a visitor without an account from one room. Returns its id. */
export async function insertBan(app: TestApp, viewerId: string): Promise<string> {
  const id = randomUUID();
  await app.database.query(
    `INSERT INTO "Ban" (id, scope, "clientKey", "viewerId", nickname, reason) VALUES ($1, 'ROOMS', $2, $3, '손님', '도배')`,
    [id, newClientKey(), viewerId],
  );
  return id;
}

/** An open report of a visitor about another, neither with an account. Returns its id. */
export async function insertReport(app: TestApp): Promise<string> {
  const id = randomUUID();
  await app.database.query(
    `INSERT INTO "ModerationReport" (id, "targetType", "targetId", "reporterKey", "aboutKey", reason)
     VALUES ($1, 'CHAT_MESSAGE', $2, $3, $4, 'SPAM')`,
    [id, `a-room/1/${id}`, newClientKey(), newClientKey()],
  );
  return id;
}
