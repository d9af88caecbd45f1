import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder: this file is in scripts/src and, compiled, in scripts/dist. */
export const checkoutDir = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/**
 * Everything a local run keeps: the database, uploads, logs, secrets; `.data`, or the folder that DATA_DIR names. Deleting
 * it begins anew.
 */
export const localDataDir = resolve(process.env['DATA_DIR'] || join(checkoutDir, '.data'));
