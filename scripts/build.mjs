// @ts-check
// `npm run build`: installs and builds what is stale; with --force, builds all of it.
import { buildOnly } from './src/boot/boot.mjs';

await buildOnly({ force: process.argv.includes('--force') });
