import { insertBoard, insertReply } from './board-factory.js';
import { insertNotice } from './notice-factory.js';
import type { Sample, WalkScene } from './walk-scene.js';

/** A post of the café's owner, made anew. */
async function madeBoard({ app, cafeId }: WalkScene): Promise<{ id: string; ownerId: string }> {
  const [owner] = await app.database.query<{ userId: string }>('SELECT "userId" FROM "CafeOwner" WHERE "cafeId" = $1', [
    cafeId,
  ]);
  if (owner === undefined) throw new Error('The café of the walk has no owner');
  return { id: await insertBoard(app.database, owner.userId), ownerId: owner.userId };
}

async function madeReply(scene: WalkScene): Promise<{ id: string; replyId: string }> {
  const { id, ownerId } = await madeBoard(scene);
  return { id, replyId: await insertReply(scene.app.database, id, ownerId) };
}

/** The tag that an administrator reads of a record to edit. */
async function tagOf({ app, adminToken }: WalkScene, path: string): Promise<Record<string, string>> {
  const { headers } = await app.call('GET', path, { token: adminToken });
  return { 'if-match': headers.get('etag') ?? '' };
}

/** Of posts, replies and notices: those that exist are the café's owner's. */
export const boardSamples: Readonly<Record<string, (scene: WalkScene) => Sample | Promise<Sample>>> = {
  listBoards: () => ({}),
  getBoard: async (scene) => ({ params: { id: (await madeBoard(scene)).id } }),
  getEventCalendar: () => ({ query: 'month=2026-12' }),
  getCalendarFeed: () => ({}),
  getNewsFeed: () => ({}),
  createBoard: () => ({ options: { body: { type: 'BTALK', title: '글', content: '내용' } } }),
  updateBoard: async (scene) => {
    const { id } = await madeBoard(scene);
    const headers = await tagOf(scene, `/api/v1/me/boards/${id}`);
    return { params: { id }, options: { body: { title: '새 제목' }, headers } };
  },
  deleteBoard: async (scene) => ({ params: { id: (await madeBoard(scene)).id } }),
  listManagedBoards: () => ({}),
  getManagedBoard: async (scene) => ({ params: { id: (await madeBoard(scene)).id } }),
  listReplies: async (scene) => ({ params: { id: (await madeBoard(scene)).id } }),
  createReply: async (scene) => ({
    params: { id: (await madeBoard(scene)).id },
    options: { body: { content: '댓글' } },
  }),
  getManagedReply: async (scene) => ({ params: await madeReply(scene) }),
  updateReply: async (scene) => ({ params: await madeReply(scene), options: { body: { isDisabled: false } } }),
  deleteReply: async (scene) => ({ params: await madeReply(scene) }),
  listNotices: () => ({}),
  getNotice: async ({ app }) => ({ params: { id: await insertNotice(app) } }),
  createNotice: () => ({ options: { body: { title: '공지', content: '내용' } } }),
  updateNotice: async (scene) => {
    const id = await insertNotice(scene.app);
    const headers = await tagOf(scene, `/api/v1/me/notices/${id}`);
    return { params: { id }, options: { body: { title: '새 공지' }, headers } };
  },
  deleteNotice: async ({ app }) => ({ params: { id: await insertNotice(app) } }),
  listManagedNotices: () => ({}),
  getManagedNotice: async ({ app }) => ({ params: { id: await insertNotice(app) } }),
};
