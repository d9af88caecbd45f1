// Takes the development dependencies and the other workspaces out of the manifests, after an installation without them: npm then finds nothing missing
// when it lists what is there. Usage: node drop-dev-dependencies.mjs WORKSPACE ...

import { readFileSync, writeFileSync } from 'node:fs';

const kept = process.argv.slice(2);
for (const folder of ['.', ...kept]) {
  const path = `${folder}/package.json`;
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  delete manifest.devDependencies;
  if (folder === '.') manifest.workspaces = kept;
  writeFileSync(path, JSON.stringify(manifest));
}
