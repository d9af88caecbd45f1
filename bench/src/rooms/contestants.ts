import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultWorldData } from '@virtualcafe/contracts';
import pg from 'pg';
import { fillDatabase } from '../dataset.js';
import { productionFlags, productionVariables } from '../production-flags.js';
import type { DialectName } from './dialects.js';

/** A server that rooms are played on. */
export interface Contestant {
  readonly name: string;
  readonly dialect: DialectName;
  readonly program: string;
  readonly probePath: string;
  readonly nodeFlags?: readonly string[];
  readonly environment: Record<string, string>;
}

const api = fileURLToPath(new URL('../../../apps/api/dist/main.js', import.meta.url));
const rival = (name: string): string => fileURLToPath(new URL(`../rivals/${name}.js`, import.meta.url));

/** As production runs, limits and all; `overrides` are what an operator with such rooms would set. */
export function ours(databaseUrl: string, folder: string, overrides: Record<string, string> = {}): Contestant {
  return {
    name: 'VirtualCafe',
    dialect: 'rooms',
    program: api,
    probePath: '/api/health/live',
    nodeFlags: productionFlags,
    environment: {
      ...productionVariables,
      NODE_ENV: 'production',
      LOG_CONSOLE_LEVEL: 'warn',
      LOG_DIR: join(folder, 'logs'),
      DATABASE_URL: databaseUrl,
      MEDIA_DIR: join(folder, 'media'),
      AUTH_TOKEN_SECRET: 'Zk3pQ8vX1nR6tY0wB5mC9dF2gH7jL4sA',
      // The load generator is the proxy that tells each player's address.
      TRUSTED_PROXIES: '127.0.0.1',
      ...overrides,
    },
  };
}

export const jsonRival: Contestant = {
  name: 'Socket.IO, JSON each 12 ms',
  dialect: 'json',
  program: rival('json-rooms'),
  probePath: '/',
  environment: { NODE_ENV: 'production' },
};

export const bareRival: Contestant = {
  name: 'bare ws, packed, each 50 ms',
  dialect: 'bare',
  program: rival('bare-rooms'),
  probePath: '/',
  environment: { NODE_ENV: 'production' },
};

/** How room `number` is called, with every contestant. */
export const roomName = (number: number): string => `room-${number}`;

/** Puts `count` open rooms of one café into a migrated database; nobody asks for their maps' files. */
export async function fillRooms(databaseUrl: string, count: number): Promise<void> {
  await fillDatabase(databaseUrl, 1);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    for (let number = 0; number < count; number += 1) await insertRoom(client, roomName(number));
    await client.query('COMMIT');
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}

async function insertRoom(client: pg.Client, code: string): Promise<void> {
  const id = randomUUID();
  await client.query(
    `INSERT INTO "MetaViewerInfo" (id, code, name, "cafeId", "worldData")
     SELECT $1, $2, $2, id, $3::jsonb FROM "CafeInfo" LIMIT 1`,
    [id, code, JSON.stringify(defaultWorldData)],
  );
  await client.query(
    `WITH map AS (
       INSERT INTO "MetaViewerMap" (id, "viewerId", type, version, status, "isActive")
       SELECT gen_random_uuid(), $1, type, 1, 'READY', true
       FROM unnest(ARRAY['RENDER', 'COLLIDER']::"MetaViewerMapType"[]) type RETURNING id)
     INSERT INTO "MetaViewerMapFile" (id, "mapId", variant, "fileName", "contentHash", "sizeBytes")
     SELECT gen_random_uuid(), id, 'DESKTOP', hash || '.glb', hash, 1234
     FROM map, LATERAL (SELECT encode(sha256(convert_to(id::text, 'UTF8')), 'hex') AS hash) hashed`,
    [id],
  );
}
