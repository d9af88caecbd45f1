import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { UserFacingError } from './boot/user-facing-error.mjs';
import { checkoutDir, localDataDir } from './checkout.js';
import { localSecrets } from './local-secrets.js';
import { listenObstacle } from './postgres-ports.js';

export interface ListenAddress {
  readonly port: number;
  readonly host: string;
}

const DEFAULT_PORT = 4000;

/** This machine only: the demo's passwords are known to everybody. HOST=0.0.0.0 opens it to the network. */
const DEFAULT_HOST = '127.0.0.1';

/** Where the server will listen, from PORT and HOST. */
export function listenAddress(given: NodeJS.ProcessEnv): ListenAddress {
  const port = Number(given['PORT'] || DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UserFacingError(`PORT must be a number from 1 to 65535; it is "${given['PORT']}".`);
  }
  return { port, host: given['HOST'] || DEFAULT_HOST };
}

/** Throws UserFacingError when nothing can listen there now. */
export async function checkListenAddress({ port, host }: ListenAddress): Promise<void> {
  const obstacle = await listenObstacle(port, host);
  if (obstacle !== null) throw new UserFacingError(listenAdvice(obstacle, { port, host }));
}

function listenAdvice(obstacle: string, { port, host }: ListenAddress): string {
  switch (obstacle) {
    case 'EADDRINUSE':
      return `Port ${port} is in use, perhaps by a VirtualCafe that is running already. Stop it, or choose another port: PORT=${port + 1} npm start`;
    case 'EACCES':
      return `No permission to listen on port ${port}. Choose one above 1023: PORT=${DEFAULT_PORT} npm start`;
    default:
      return `Cannot listen on HOST=${host}, port ${port} (${obstacle}). HOST is an address of this machine; leave it out for ${DEFAULT_HOST}.`;
  }
}

/** The API's environment for a local run: what the person set, and defaults that keep everything in `.data`. */
export async function localEnvironment(given: NodeJS.ProcessEnv, databaseUrl: string): Promise<NodeJS.ProcessEnv> {
  const webDir = join(checkoutDir, 'apps/web/dist');
  const defaults: Record<string, string> = {
    NODE_ENV: 'development',
    HOST: DEFAULT_HOST,
    PORT: String(DEFAULT_PORT),
    MEDIA_DIR: join(localDataDir, 'media'),
    LOG_DIR: join(localDataDir, 'logs'),
    // The terminal shows what needs a person; the files have the rest.
    LOG_LEVEL: 'info',
    LOG_CONSOLE_LEVEL: 'warn',
    ...(existsSync(webDir) ? { WEB_DIR: webDir } : {}),
    ...(await localSecrets(localDataDir)),
  };
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const needed = Object.entries(defaults).filter(([name]) => set[`${name}_FILE`] === undefined);
  const { DATABASE_URL_FILE: _replaced, ...rest } = { ...Object.fromEntries(needed), ...set };
  return { ...rest, DATABASE_URL: databaseUrl };
}
