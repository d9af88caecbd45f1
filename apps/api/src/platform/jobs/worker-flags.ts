/** V8's own settings for young objects and growth: work in a process of its own is to be quick, whatever the server is started with. */
const ownSettings = ['--max-semi-space-size=16', '--heap-growing-percent=0'];

/** What Node is started with for a process that works for this one: the same, but with a heap of at most `heapMb` megabytes. */
export const workerFlags = (heapMb: number): string[] => [
  ...process.execArgv,
  ...ownSettings,
  `--max-old-space-size=${heapMb}`,
];
