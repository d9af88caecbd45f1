// @ts-check
// `npm test`: installs and builds what is stale, finds or installs the tools, runs every test. `npm run check` (--check)
// looks at lint, types, formats and the generated reference first; --stack tries the whole stack as well, where there is Docker.
import { test } from './src/boot/boot.mjs';

await test({ check: process.argv.includes('--check'), stack: process.argv.includes('--stack') });
