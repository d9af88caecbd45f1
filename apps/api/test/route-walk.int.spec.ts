import sharp from 'sharp';
import { actions, type ActionRule, type ApiScope, type UserType } from '@virtualcafe/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOpenApiDocument } from '../src/platform/http/openapi-document.js';
import { type CallOptions, startTestApp, type TestApp } from './app.js';
import { type Operation, operationsOf } from './openapi/operations.js';
import { createApiKey, createCategory, createProduct } from './product-scene.js';
import { routeSamples } from './route-samples.js';
import { createOpenViewer } from './viewer-scene.js';
import type { WalkScene } from './walk-scene.js';

interface Walker {
  readonly name: string;
  readonly userType?: UserType;
  readonly scopes?: readonly string[];
  readonly credentials: CallOptions;
}

let app: TestApp;
let scene: WalkScene;
let walkers: Walker[];
let operations: Operation[];

beforeAll(async () => {
  app = await startTestApp();
  operations = operationsOf(createOpenApiDocument(app.app));
  scene = await setScene(app);
  walkers = await gatherWalkers(app, scene);
});

afterAll(() => app.stop());

describe('every route', () => {
  it('is in the document, and every operation of the document is a route', () => {
    const routes = app.routes
      .all()
      .filter(({ method, url }) => url.startsWith('/api/') && method !== 'HEAD' && method !== 'OPTIONS')
      .filter(({ url }) => !/^\/api\/(?:docs|openapi)/.test(url))
      .map(({ method, url }) => `${method} ${url.replaceAll(/:(\w+)/g, '{$1}')}`);
    expect(operations.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(
      [...new Set(routes)].toSorted(),
    );
  });

  it('declares who may call it, and has a sample', () => {
    expect(operations.filter(({ access }) => access === undefined).map(({ id }) => id)).toEqual([]);
    expect(Object.keys(routeSamples).toSorted()).toEqual(operations.map(({ id }) => id).toSorted());
  });

  it('answers each kind of caller as declared, and as the checked-in table says', async () => {
    const rows: string[] = [];
    const differences: string[] = [];
    for (const operation of operations.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      const statuses: number[] = [];
      for (const walker of walkers) {
        const status = await walk(operation, walker);
        statuses.push(status);
        const expected = expectedGate(operation, walker);
        if (!isAsDeclared(status, expected))
          differences.push(`${operation.id} by ${walker.name}: ${status}, declared ${expected}`);
      }
      rows.push(`| ${operation.id} | ${operation.access} | ${statuses.join(' | ')} |`);
    }
    expect(differences).toEqual([]);
    const head = ['operation', 'access', ...walkers.map(({ name }) => name)];
    const table = [`| ${head.join(' | ')} |`, `| ${head.map(() => '---').join(' | ')} |`, ...rows].join('\n');
    await expect(`${table}\n`).toMatchFileSnapshot('route-walk.table.md');
  });
});

type Gate = 'open' | 'unauthenticated' | 'forbidden';

/** What the declared rule alone says; a resource of somebody else may still be refused as not found. */
function expectedGate({ access }: Operation, walker: Walker): Gate {
  if (access === 'public') return 'open';
  const rule: ActionRule = actions[access as keyof typeof actions];
  if (walker.userType !== undefined) return rule.userTypes.includes(walker.userType) ? 'open' : 'forbidden';
  if (walker.scopes === undefined) return 'unauthenticated';
  return rule.scope !== undefined && walker.scopes.includes(rule.scope) ? 'open' : 'forbidden';
}

// 401 is also what wrong credentials (logIn) and a missing cookie (refreshSession) answer, on routes that are open.
function isAsDeclared(status: number, gate: Gate): boolean {
  if (gate === 'unauthenticated') return status === 401;
  if (gate === 'forbidden') return status === 403;
  return status !== 403 && status < 500;
}

async function walk(operation: Operation, walker: Walker): Promise<number> {
  const sample = await routeSamples[operation.id]?.(scene);
  if (sample === undefined) throw new Error(`No sample of ${operation.id}`);
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => sample.params?.[name] ?? '');
  const address = sample.query === undefined ? path : `${path}?${sample.query}`;
  const { status } = await app.call(operation.method, address, { ...sample.options, ...walker.credentials });
  return status;
}

async function setScene(on: TestApp): Promise<WalkScene> {
  const [admin, owner, bystander] = [await on.signIn('ADMIN'), await on.signIn('BUSINESS'), await on.signIn('GENERAL')];
  const image = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#963' } })
    .png()
    .toBuffer();
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(image)]), 'a.png');
  const region = await on.call<{ id: string }>('POST', '/api/v1/regions', {
    token: admin.token,
    body: { name: '서울특별시', type: 'SPECIAL_CITY' },
  });
  const cafe = await on.call<{ id: string; code: string }>('POST', '/api/v1/cafes', {
    token: owner.token,
    body: { code: 'walked', name: '카페', regionId: region.body.id, address: '길 1', latitude: 37.5, longitude: 127 },
  });
  const uploaded = await on.call<{ id: string }>('POST', '/api/v1/images', { token: owner.token, form });
  expect([region.status, cafe.status, uploaded.status]).toEqual([201, 201, 201]);
  const viewer = await createOpenViewer(on, owner.token, cafe.body.id);
  const category = await createCategory(on, admin.token);
  const product = await createProduct(on, owner.token, cafe.body.id, category.id);
  return {
    app: on,
    adminToken: admin.token,
    ownerToken: owner.token,
    ownerId: owner.id,
    cafeCode: cafe.body.code,
    cafeId: cafe.body.id,
    viewerCode: viewer.code,
    viewerId: viewer.id,
    regionId: region.body.id,
    categoryId: category.id,
    categoryCode: category.code,
    productId: product.id,
    productCode: product.code,
    imageId: uploaded.body.id,
    bystanderId: bystander.id,
    image,
  };
}

async function gatherWalkers(on: TestApp, { adminToken, ownerToken }: WalkScene): Promise<Walker[]> {
  const signedIn = async (name: string, userType: UserType): Promise<Walker> => ({
    name,
    userType,
    credentials: { token: (await on.signIn(userType)).token },
  });
  const withKey = async (name: string, scopes: readonly ApiScope[]): Promise<Walker> => ({
    name,
    scopes,
    credentials: { apiKey: await createApiKey(on, adminToken, scopes) },
  });
  return [
    { name: 'anonymous', credentials: {} },
    await signedIn('GENERAL', 'GENERAL'),
    await signedIn("other café's BUSINESS", 'BUSINESS'),
    { name: 'owner', userType: 'BUSINESS', credentials: { token: ownerToken } },
    await signedIn('MANAGER', 'MANAGER'),
    await signedIn('ADMIN', 'ADMIN'),
    await withKey('API key', ['viewers:read']),
    await withKey("outside world's key", ['products:read', 'wishes:write', 'proxy-users:link']),
  ];
}
