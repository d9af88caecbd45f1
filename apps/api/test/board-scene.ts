import type { CreateBoardRequest, ManagedBoard, ManagedReply, ManagedRegion } from '@virtualcafe/contracts';
import { expect } from 'vitest';
import { type SignedInUser, startTestApp, type TestApp } from './app.js';
import { createCafe, createRegion, type MadeCafe } from './cafe-scene.js';
import type { LoggedAct } from './moderation-scene.js';

/** People who write, one who moderates, and a café with its owner. */
export interface BoardScene {
  readonly app: TestApp;
  readonly admin: SignedInUser;
  readonly manager: SignedInUser;
  readonly owner: SignedInUser;
  readonly writer: SignedInUser;
  readonly reader: SignedInUser;
  readonly region: ManagedRegion;
  readonly cafe: MadeCafe;
  /** What was done to this resource, oldest first. */
  actsOn(resourceId: string): Promise<LoggedAct[]>;
}

/** `prepare` is done before anybody signs in, as to stop the clock. */
export async function setBoardScene(prepare: (app: TestApp) => void = () => undefined): Promise<BoardScene> {
  const app = await startTestApp();
  prepare(app);
  const admin = await app.signIn('ADMIN');
  const manager = await app.signIn('MANAGER');
  const owner = await app.signIn('BUSINESS');
  const writer = await app.signIn('GENERAL');
  const reader = await app.signIn('GENERAL');
  const region = await createRegion(app, admin.token, '서울특별시', 'SPECIAL_CITY');
  return {
    app,
    admin,
    manager,
    owner,
    writer,
    reader,
    region,
    cafe: await createCafe(app, owner.token, region.id),
    actsOn: (resourceId) =>
      app.database.query<LoggedAct & Record<string, unknown>>(
        'SELECT action, "actorId", before, after FROM "TransactionLog" WHERE "resourceId" = $1 ORDER BY "createdAt", id',
        [resourceId],
      ),
  };
}

/** What is sent to write a post; `fields` may also be what is refused. */
export const boardBody = (fields: Readonly<Record<string, unknown>> = {}) => ({
  type: 'BTALK',
  title: '오늘의 원두',
  content: '에티오피아 **예가체프**가 들어왔어요.',
  ...fields,
});

/** A post as its writer reads it, with the tag an edit must name. */
export type MadeBoard = ManagedBoard & { readonly etag: string };

/** Writes a post through the API. */
export async function writeBoard(
  app: TestApp,
  { token }: SignedInUser,
  fields: Partial<CreateBoardRequest> = {},
): Promise<MadeBoard> {
  const response = await app.call<ManagedBoard>('POST', '/api/v1/boards', { token, body: boardBody(fields) });
  expect(response.status, JSON.stringify(response.body)).toBe(201);
  return { ...response.body, etag: response.headers.get('etag') ?? '' };
}

/** Edits a post through the API, as it was at `etag`. */
export const editBoard = (app: TestApp, { token }: SignedInUser, { id, etag }: MadeBoard, body: unknown) =>
  app.call<ManagedBoard>('PATCH', `/api/v1/boards/${id}`, { token, body, headers: { 'if-match': etag } });

/** Replies through the API. */
export async function writeReply(
  app: TestApp,
  { token }: SignedInUser,
  boardId: string,
  content = '저도 마셔 봤어요.',
  parentId: string | null = null,
): Promise<ManagedReply> {
  const response = await app.call<ManagedReply>('POST', `/api/v1/boards/${boardId}/replies`, {
    token,
    body: { content, parentId },
  });
  expect(response.status, JSON.stringify(response.body)).toBe(201);
  return response.body;
}

/** The same person with a token of now: one lives for 15 minutes. */
export async function logInAgain(app: TestApp, { loginId, password, ...rest }: SignedInUser): Promise<SignedInUser> {
  const { body } = await app.call<{ accessToken: string }>('POST', '/api/v1/auth/login', {
    body: { loginId, password },
  });
  return { ...rest, loginId, password, token: body.accessToken };
}
