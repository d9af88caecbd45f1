import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { explainingWrites, systemErrorCode, UserFacingError } from './boot/user-facing-error.mjs';

/** Environment variables that the API wants secrets in. */
const SECRET_NAMES = ['AUTH_TOKEN_SECRET'] as const;

const SECRET_BYTES = 48;

/**
 * The secrets of a local run, by environment variable: made once and kept in `secrets.json`, readable by the owner
 * alone, so that logins outlive a restart.
 */
export async function localSecrets(dataDir: string): Promise<Record<string, string>> {
  const file = join(dataDir, 'secrets.json');
  const known = readSecrets(file);
  const missing = SECRET_NAMES.filter((name) => known[name] === undefined);
  if (missing.length === 0) return known;
  const made = missing.map((name) => [name, randomBytes(SECRET_BYTES).toString('base64url')] as const);
  const secrets = { ...known, ...Object.fromEntries(made) };
  await explainingWrites(file, () => {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  });
  return secrets;
}

function readSecrets(file: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return {};
    throw new UserFacingError(
      `${file} cannot be read (${systemErrorCode(error) ?? 'it is not JSON'}). Repair it, or delete it: then everybody has to log in again.`,
      { cause: error },
    );
  }
}
