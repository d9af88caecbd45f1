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

/** The compiler's messages that end a compilation: one error, and another number of them. */
const FINISHED_CODES = new Set([6193, 6194]);

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
  ({ code, messageText }) => {
    if (!FINISHED_CODES.has(code)) return;
    // The number of errors is in the text alone: "Found 3 errors. Watching for file changes."
    const errorCount = Number(/\d+/.exec(ts.flattenDiagnosticMessageText(messageText, '\n'))?.[0] ?? 0);
    process.send?.({ errorCount } satisfies CompilerMessage);
  },
);
ts.createSolutionBuilderWithWatch(host, [join(checkoutDir, 'apps/api')], {}).build();
