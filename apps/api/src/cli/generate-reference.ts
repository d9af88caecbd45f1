import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { configSections } from '../app.config.js';
import { createOpenApiDocument } from '../platform/http/openapi-document.js';
import { assembleApp } from '../server.js';
import { environmentExample, environmentReference } from './environment-reference.js';
import { accessReference, errorReference } from './rules-reference.js';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));

// Writes the reference that is made from the code, or with --check only compares, and says what is out of date.
const isCheck = process.argv.includes('--check');
const files = new Map([
  ['.env.example', environmentExample(configSections)],
  ['docs/reference/env.md', environmentReference(configSections)],
  ['docs/reference/errors.md', errorReference()],
  ['docs/reference/access.md', accessReference()],
  ['apps/api/openapi.json', await openApiJson()],
]);

const stale = [...files].filter(([path, content]) => readOrEmpty(join(repository, path)) !== content);
if (isCheck && stale.length > 0) {
  console.error(`Out of date: ${stale.map(([path]) => path).join(', ')}. Run: npm run docs:generate`);
  process.exitCode = 1;
} else {
  for (const [path, content] of stale) {
    const target = join(repository, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
    console.log(`Wrote ${relative(process.cwd(), target)}`);
  }
  if (stale.length === 0) console.log('The generated reference is up to date.');
}

/** The API's description; nothing is asked of the database, which therefore need not run. */
async function openApiJson(): Promise<string> {
  const mediaFolder = mkdtempSync(join(tmpdir(), 'virtualcafe-reference-'));
  const assembled = await assembleApp({
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none',
    MEDIA_DIR: mediaFolder,
    AUTH_TOKEN_SECRET: 'Only-to-assemble-the-application-0123456789',
  });
  const document = createOpenApiDocument(assembled.app);
  await assembled.close();
  rmSync(mediaFolder, { recursive: true, force: true });
  return `${JSON.stringify(document, null, 2)}\n`;
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
