import { relative } from 'node:path';

import { localDataDir } from './checkout.js';

/** The accounts that the demo data makes; their password is the same. */
const DEMO_LOGINS = ['admin', 'owner', 'visitor'];
const DEMO_PASSWORD = 'virtualcafe';

/** What a person reads when everything runs: where to go, as whom, and how to stop. */
export function welcome({ url, hasDemo }: { url: string; hasDemo: boolean }): string {
  const demo = [`    Log in as / 계정      ${DEMO_LOGINS.join(', ')}`, `    Password / 비밀번호   ${DEMO_PASSWORD}`];
  return [
    '',
    '  VirtualCafe is open / 버추얼카페가 열렸습니다',
    '',
    `    Open / 주소           ${url}`,
    ...(hasDemo ? demo : []),
    `    API                   ${url}/api/docs`,
    '',
    `  Data and logs are in ${relative(process.cwd(), localDataDir) || localDataDir}. Ctrl-C stops everything.`,
    '',
  ].join('\n');
}
