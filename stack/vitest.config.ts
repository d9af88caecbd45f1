import { defineConfig } from 'vitest/config';

/** The whole stack on a Docker Engine. One stack for all files, which run one after the other. */
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    root: import.meta.dirname,
    include: ['src/**/*.stack.spec.ts'],
    globalSetup: ['src/stack.setup.ts'],
    fileParallelism: false,
    // Not a judgement of speed: only so that something that hangs ends.
    testTimeout: 900_000,
    hookTimeout: 900_000,
  },
});
