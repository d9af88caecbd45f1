import { defineConfig } from 'vitest/config';
import { apiProjects } from './apps/api/vitest.config.ts';

const sources = { resolve: { conditions: ['source'] }, ssr: { resolve: { conditions: ['source'] } } };

/** Everything but the browser's journeys (e2e/). */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      ...apiProjects,
      {
        ...sources,
        test: { name: 'contracts', isolate: false, root: 'packages/contracts', include: ['src/**/*.spec.ts'] },
      },
      {
        ...sources,
        test: { name: 'world', isolate: false, root: 'packages/world', include: ['src/**/*.spec.ts'] },
      },
      { ...sources, test: { name: 'web', root: 'apps/web', include: ['src/**/*.spec.{ts,tsx}'] } },
      {
        ...sources,
        test: {
          name: 'scripts',
          isolate: false,
          root: 'scripts',
          include: ['src/**/*.spec.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
