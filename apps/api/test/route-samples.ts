import { randomBytes, randomInt } from 'node:crypto';
import type { ManagedViewer, ViewerMapType } from '@virtualcafe/contracts';
import { insertUpload } from './map-scene.js';
import { insertMap } from './viewer-scene.js';
import type { Sample, WalkScene } from './walk-scene.js';
import { boardSamples } from './board-samples.js';
import { setFreshAddresses } from './fresh-address.js';
import { insertBan, insertReport } from './moderation-scene.js';
import { productSamples } from './product-samples.js';

const freshAddress = setFreshAddresses();
const fresh = (): string => randomBytes(5).toString('hex');

/** One sample for each operation; made anew for each actor, because some acts can be done only once. */
export const routeSamples: Readonly<Record<string, (scene: WalkScene) => Sample | Promise<Sample>>> = {
  getLiveness: () => ({}),
  getReadiness: () => ({}),
  signUp: () => ({
    options: {
      body: {
        loginId: `w_${fresh()}`,
        password: `long-${fresh()}`,
        nickname: fresh(),
        email: `${fresh()}@example.com`,
      },
    },
  }),
  logIn: () => ({ options: { body: { loginId: `no_${fresh()}`, password: 'a-wrong-password' } } }),
  refreshSession: () => ({}),
  logOut: () => ({}),
  getAccount: () => ({}),
  changePassword: () => ({
    options: { body: { currentPassword: 'a-wrong-password', newPassword: `long-${fresh()}` } },
  }),
  listUsers: () => ({}),
  getUserFigures: () => ({}),
  getUser: ({ bystanderId }) => ({ params: { id: bystanderId } }),
  updateUser: async (scene) => {
    const user = await scene.app.call('GET', `/api/v1/users/${scene.bystanderId}`, { token: scene.adminToken });
    return {
      params: { id: scene.bystanderId },
      options: { body: { isDisabled: false }, headers: { 'if-match': user.headers.get('etag') ?? '' } },
    };
  },
  listApiKeys: () => ({}),
  createApiKey: () => ({ options: { body: { name: 'walk', scopes: ['viewers:read'] } } }),
  revokeApiKey: async ({ app, adminToken }) => {
    const key = await app.call<{ id: string }>('POST', '/api/v1/api-keys', {
      token: adminToken,
      body: { name: 'to revoke', scopes: ['viewers:read'] },
    });
    return { params: { id: key.body.id } };
  },
  listRegions: () => ({}),
  listManagedRegions: () => ({}),
  createRegion: () => ({ options: { body: { name: fresh(), type: 'PROVINCE' } } }),
  updateRegion: ({ regionId }) => ({ params: { id: regionId }, options: { body: { isDisabled: false } } }),
  listCafes: () => ({}),
  getCafe: ({ cafeCode }) => ({ params: { code: cafeCode } }),
  listManagedCafes: () => ({}),
  getManagedCafe: ({ cafeCode }) => ({ params: { code: cafeCode } }),
  createCafe: ({ regionId }) => ({
    options: {
      body: { code: `walk-${fresh()}`, name: '카페', regionId, address: '길 1', latitude: 37.5, longitude: 127 },
    },
  }),
  updateCafe: async ({ app, adminToken, cafeCode }) => {
    const cafe = await app.call('GET', `/api/v1/me/cafes/${cafeCode}`, { token: adminToken });
    return {
      params: { code: cafeCode },
      options: { body: { tagline: fresh() }, headers: { 'if-match': cafe.headers.get('etag') ?? '' } },
    };
  },
  replaceCafeImages: ({ cafeCode, imageId }) => ({
    params: { code: cafeCode, set: 'REAL' },
    options: { body: { imageIds: [imageId] } },
  }),
  replaceCafeVirtualLinks: ({ cafeCode }) => ({
    params: { code: cafeCode },
    options: { body: { links: [{ type: 'OTHER', name: '놀이터', url: 'https://example.com/', isAvailable: true }] } },
  }),
  replaceCafeOwners: async ({ app, adminToken, cafeCode }) => {
    const cafe = await app.call<{ owners: { id: string }[] }>('GET', `/api/v1/me/cafes/${cafeCode}`, {
      token: adminToken,
    });
    return { params: { code: cafeCode }, options: { body: { userIds: cafe.body.owners.map(({ id }) => id) } } };
  },
  uploadImage: ({ image }) => {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(image)]), 'a.png');
    return { options: { form } };
  },
  getImage: ({ imageId }) => ({ params: { id: imageId } }),
  listViewers: () => ({}),
  getViewer: ({ viewerCode }) => ({ params: { code: viewerCode } }),
  issueRoomTicket: ({ viewerCode }) => ({ params: { code: viewerCode }, options: { body: {} } }),
  listManagedViewers: () => ({}),
  getManagedViewer: ({ viewerCode }) => ({ params: { code: viewerCode } }),
  createViewer: ({ cafeId }) => ({ options: { body: { code: `walk-${fresh()}`, name: '방', cafeId } } }),
  updateViewer: async ({ app, adminToken, viewerCode }) => {
    const viewer = await app.call('GET', `/api/v1/me/viewers/${viewerCode}`, { token: adminToken });
    return {
      params: { code: viewerCode },
      options: { body: { name: fresh() }, headers: { 'if-match': viewer.headers.get('etag') ?? '' } },
    };
  },
  activateMaps: async ({ app, adminToken, viewerCode }) => {
    const path = `/api/v1/me/viewers/${viewerCode}`;
    const { maps } = (await app.call<ManagedViewer>('GET', path, { token: adminToken })).body;
    const idOf = (type: ViewerMapType) => maps.find((map) => map.isActive && map.type === type)?.id;
    return {
      params: { code: viewerCode },
      options: { body: { renderMapId: idOf('RENDER'), colliderMapId: idOf('COLLIDER') } },
    };
  },
  deleteMap: async ({ app, viewerCode, viewerId }) => {
    const version = randomInt(100, 2 ** 31);
    return { params: { code: viewerCode, mapId: await insertMap(app, viewerId, 'RENDER', { version }) } };
  },
  // Without a link: it is refused, or, to a keeper, not there.
  getMapFile: ({ viewerCode, imageId }) => ({ params: { code: viewerCode, fileId: imageId } }),
  createMapUpload: ({ viewerCode }) => ({
    options: {
      headers: {
        'tus-resumable': '1.0.0',
        'upload-length': '10',
        'upload-metadata': `viewer ${btoa(viewerCode)},type ${btoa('RENDER')}`,
      },
    },
  }),
  getMapUpload: async ({ app, viewerId }) => ({ params: { id: await insertUpload(app, viewerId) } }),
  sendMapUploadPart: async ({ app, viewerId }) => ({
    params: { id: await insertUpload(app, viewerId) },
    options: { headers: { 'tus-resumable': '1.0.0', 'upload-offset': '0' } },
  }),
  cancelMapUpload: async ({ app, viewerId }) => ({ params: { id: await insertUpload(app, viewerId) } }),
  orderStarterRoom: async ({ app, ownerToken, cafeId }) => {
    const code = `walk-${fresh()}`;
    await app.call('POST', '/api/v1/viewers', { token: ownerToken, body: { code, name: '방', cafeId } });
    const size = { width: 6, depth: 6, height: 2.8 };
    const things = { style: 'wood', tables: 0, counter: 'none', plants: 0, lights: 0, imageIds: [], seed: 1 };
    return { params: { code }, options: { body: { ...size, ...things } } };
  },
  listBans: () => ({}),
  imposeBan: ({ bystanderId }) => ({
    options: { body: { userId: bystanderId, scope: 'ROOMS', reason: '도배', minutes: 1 } },
  }),
  liftBan: async ({ app, viewerId }) => ({ params: { id: await insertBan(app, viewerId) } }),
  listViewerBans: ({ viewerCode }) => ({ params: { code: viewerCode } }),
  listReports: () => ({}),
  handleReport: async ({ app }) => ({
    params: { id: await insertReport(app) },
    options: { body: { status: 'DISMISSED', resolution: '' } },
  }),
  fileReport: ({ cafeId }) => ({
    options: { body: { targetType: 'CAFE', targetId: cafeId, reason: 'OTHER' }, headers: freshAddress() },
  }),
  updateImage: ({ imageId }) => ({ params: { id: imageId }, options: { body: { isDisabled: false } } }),
  ...boardSamples,
  ...productSamples,
  listTransactionLogs: () => ({}),
};
