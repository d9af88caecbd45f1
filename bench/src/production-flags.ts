import { readFileSync } from 'node:fs';

const manifest = JSON.parse(readFileSync(new URL('../../apps/api/package.json', import.meta.url), 'utf8')) as {
  scripts: { start: string };
};

const parts = manifest.scripts.start.split(' ');

/** What Node is started with in production: of the API's `start`. */
export const productionFlags: readonly string[] = parts.filter((part) => part.startsWith('--'));

/** The variables before it. */
export const productionVariables: Readonly<Record<string, string>> = Object.fromEntries(
  parts.filter((part) => /^[A-Z_]+=/.test(part)).map((part) => part.split('=') as [string, string]),
);
