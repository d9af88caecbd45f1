import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { containerOf, inspected } from '@virtualcafe/stack/app-view';
import { FirstAdmin } from '@virtualcafe/stack/first-admin';
import { HttpsClient } from '@virtualcafe/stack/https-client';
import type { Installed } from '@virtualcafe/stack/installation';
import { Stack } from '@virtualcafe/stack/stack';
import { fillDatabase } from '../dataset.js';

/** What visitors of the bench ask for: the addresses of a filled site. */
export interface Site {
  readonly list: string;
  /** The largest of the built scripts, which is there compressed as well. */
  readonly script: string;
  /** About as large as a café's photo is. */
  readonly photo: string;
  /** Of somebody who is signed in. */
  readonly token: string;
}

/** Puts `cafes` cafés and a photo into a fresh stack. */
export async function fillSite({ place, installation }: Installed, cafes: number): Promise<Site> {
  const stack = new Stack(place);
  const password = await readFile(join(stack.checkoutPath, 'deploy/secrets/database_password'), 'utf8');
  const address = await inspected(
    await containerOf(stack, 'db'),
    '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}',
  );
  await fillDatabase(`postgresql://virtualcafe:${password.trim()}@${address}:5432/virtualcafe`, cafes);
  const client = new HttpsClient(place, installation.rootCertificate);
  try {
    const admin = await FirstAdmin.signIn(stack, client);
    const { url } = await admin.upload(640, 480);
    return { list: '/api/v1/cafes', script: await largestScript(stack), photo: url, token: admin.token };
  } finally {
    client.close();
  }
}

async function largestScript(stack: Stack): Promise<string> {
  const listed = await stack.compose(
    'exec',
    '--no-TTY',
    'nginx',
    'sh',
    '-c',
    'ls -S /var/lib/virtualcafe/web/assets/*.js',
  );
  const name = listed.split('\n')[0]?.split('/').at(-1) ?? '';
  return `/assets/${name}`;
}
