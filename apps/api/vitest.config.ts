import { defineConfig } from 'vitest/config';

export default defineConfig({
  ssr: { resolve: { conditions: ['source'] } },
  resolve: { conditions: ['source'] },
  test: {
    root: import.meta.dirname,
    globals: false,
    projects: [
      { extends: true, test: { name: 'api-unit', include: ['src/**/*.spec.ts'], exclude: ['src/**/*.int.spec.ts'] } },
      {
        extends: true,
        test: {
          name: 'api-integration',
          include: ['src/**/*.int.spec.ts', 'test/**/*.int.spec.ts'],
          globalSetup: ['test/postgres.setup.ts'],
          // Not a judgement of speed: only so that something that hangs ends.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
