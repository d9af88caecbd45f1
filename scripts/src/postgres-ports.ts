import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';

import { systemErrorCode } from './boot/user-facing-error.mjs';

/** First of the ports tried for a new cluster, below the range that systems hand out to outgoing connections. */
const FIRST_PORT = 15_432;
/** Clusters of different checkouts begin their search at different ports of this many. */
const SPREAD = 4_000;
const LAST_PORT = 32_000;

/** Why a server cannot listen on `port` of `host` now, as the system's error code (`EADDRINUSE` …); null when it can. */
export function listenObstacle(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(systemErrorCode(error) ?? error.message));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

export async function isPortFree(port: number): Promise<boolean> {
  return (await listenObstacle(port, '127.0.0.1')) === null;
}

/** A port that nothing listens on now, as the system picks it. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/**
 * The port a cluster listened on last time if it is free, else the next free one of its range: connection settings that
 * a person noted down stay true as long as possible.
 */
export async function choosePort(dataDir: string): Promise<number> {
  const remembered = readRememberedPort(dataDir);
  if (remembered !== null && (await isPortFree(remembered))) return remembered;
  const offset = createHash('sha256').update(dataDir).digest().readUInt32BE() % SPREAD;
  for (let port = FIRST_PORT + offset; port <= LAST_PORT; port += 1) {
    if (port !== remembered && (await isPortFree(port))) return port;
  }
  throw new Error(`no free port between ${FIRST_PORT + offset} and ${LAST_PORT} on 127.0.0.1`);
}

export function rememberPort(dataDir: string, port: number): void {
  writeFileSync(portFile(dataDir), `${port}\n`);
}

function readRememberedPort(dataDir: string): number | null {
  try {
    const port = Number(readFileSync(portFile(dataDir), 'utf8'));
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
  } catch {
    // The first start, or an unreadable note: any port will do.
    return null;
  }
}

function portFile(dataDir: string): string {
  return `${dataDir}.port`;
}
