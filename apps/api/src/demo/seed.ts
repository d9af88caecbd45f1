import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { pino } from 'pino';
import { parseConfig } from '../platform/config/config-section.js';
import { NestLogger } from '../platform/logging/nest-logger.js';
import { DemoModule, demoConfigSections } from './demo.module.js';
import { DemoSeeder } from './demo-seeder.js';
import { readDemoState } from './demo-state.js';

export interface SeedOptions {
  readonly databaseUrl: string;
  readonly mediaDir: string;
  /** Where the models of rooms go, if not beside the media. */
  readonly mapsDir?: string | undefined;
  /** What is being done just now, for the person who waits. */
  readonly onProgress: (message: string) => void;
  /** Pixels for each unit of the demo's drawings, instead of what a café's page shows: fewer are drawn faster. */
  readonly resolution?: number;
}

/**
 * Puts the demo into a migrated, empty database, once; a seed that was killed goes on where it was. A database with
 * somebody's own data is left alone.
 * @returns whether the demo is there.
 * @throws when NODE_ENV is production: the demo's passwords are known to everybody.
 */
export async function seedDemo({
  databaseUrl,
  mediaDir,
  mapsDir,
  onProgress,
  resolution,
}: SeedOptions): Promise<boolean> {
  if (process.env.NODE_ENV === 'production') throw new Error('The demo is refused when NODE_ENV=production');
  const state = await readDemoState(databaseUrl);
  if (state === 'complete' || state === 'foreign') return state === 'complete';

  const logger = pino({ level: 'error' }, pino.destination({ dest: 2, sync: true }));
  const config = parseConfig(demoConfigSections, { DATABASE_URL: databaseUrl, MEDIA_DIR: mediaDir, MAPS_DIR: mapsDir });
  const context = await NestFactory.createApplicationContext(DemoModule.forRoot(config, logger), {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  try {
    await context.get(DemoSeeder).run({ isResumed: state === 'begun', resolution, onProgress });
    return true;
  } finally {
    await context.close();
  }
}
