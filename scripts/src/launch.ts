import { runStep, type Progress } from './boot/progress.mjs';
import { checkListenAddress, listenAddress, localEnvironment } from './local-environment.js';
import { openDatabase } from './open-database.js';
import { prepareDatabase } from './prepare-database.js';
import { runUntilStopped, type Run } from './run-until-stopped.js';
import { welcome } from './welcome.js';

/** `npm start` after installing and building: runs VirtualCafe until it is told to stop, then ends the process. */
export async function launch(progress: Progress): Promise<never> {
  return runUntilStopped(progress, openVirtualCafe);
}

async function openVirtualCafe(run: Run): Promise<void> {
  const { progress, opened, stop } = run;
  const address = listenAddress(process.env);
  await checkListenAddress(address);
  const databaseUrl = await openDatabase(run, process.env);
  stop.signal.throwIfAborted();

  const environment = await localEnvironment(process.env, databaseUrl);
  const isProduction = environment['NODE_ENV'] === 'production';
  const { MEDIA_DIR: mediaDir = '', MAPS_DIR: mapsDir } = environment;
  const prepared = prepareDatabase(progress, { databaseUrl, mediaDir, mapsDir, isProduction });
  // Both go on at the next start where they were cut off: nobody who presses Ctrl-C has to wait for them.
  const hasDemo = await Promise.race([prepared, stop.requested]);

  const server = await runStep(progress, 'Starting the server', async () => {
    const { startServer } = await import('../../apps/api/dist/server.js');
    return startServer(environment);
  });
  opened.push('Stopping the server', server.close);
  stop.signal.throwIfAborted();
  console.log(welcome({ url: server.url, hasDemo }));
}
