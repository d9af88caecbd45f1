import { join } from 'node:path';

import ts from 'typescript';

import { checkoutDir } from './checkout.js';

/**
 * Compiles the API and what it imports whenever a source changes; a child process of `npm run dev`, which it tells about
 * every finished compilation. In a process of its own because the compiler would block the web server for seconds.
 */

/** Sent after every compilation. */
export interface CompilerMessage {
  readonly errorCount: number;
}

const formatHost: ts.FormatDiagnosticsHost = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: () => checkoutDir,
  getNewLine: () => '\n',
};

// The parent tells us to end by closing the channel; Ctrl-C reaches us as well and must not come first.
process.on('SIGINT', () => undefined);
process.once('disconnect', () => process.exit(0));

const host = ts.createSolutionBuilderWithWatchHost(
  ts.sys,
  undefined,
  (diagnostic) => process.stdout.write(ts.formatDiagnosticsWithColorAndContext([diagnostic], formatHost)),
  () => undefined,
  (_diagnostic, _newLine, _options, errorCount) => {
    // Only the message that ends a compilation carries a count.
    if (errorCount !== undefined) process.send?.({ errorCount } satisfies CompilerMessage);
  },
);
ts.createSolutionBuilderWithWatch(host, [join(checkoutDir, 'apps/api')], {}).build();
