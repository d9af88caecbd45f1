import { createProgress } from './boot/progress.mjs';
import { prepareDatabase } from './prepare-database.js';
import { reportError } from './run-until-stopped.js';

/**
 * The API under `npm run dev`: a child process that is replaced after every compilation. It migrates first, so that a new
 * migration is in the database when the code that needs it runs.
 */

/** Sent when the API listens. */
export interface ServerMessage {
  readonly hasDemo: boolean;
}

const { DATABASE_URL: databaseUrl = '', MEDIA_DIR: mediaDir = '', MAPS_DIR: mapsDir } = process.env;

// The parent ends us by closing the channel, also when it is killed; Ctrl-C reaches us as well and must not come first.
process.on('SIGINT', () => undefined);
const told = new Promise<void>((resolve) => void process.once('disconnect', resolve));

try {
  const hasDemo = await prepareDatabase(createProgress(process.stdout, { hideQuick: true }), {
    databaseUrl,
    mediaDir,
    mapsDir,
    isProduction: process.env['NODE_ENV'] === 'production',
  });
  const { startServer } = await import('../../apps/api/dist/server.js');
  const server = await startServer(process.env);
  process.send?.({ hasDemo } satisfies ServerMessage);
  await told;
  await server.close();
  process.exit(0);
} catch (error) {
  reportError(error);
  process.exit(1);
}
