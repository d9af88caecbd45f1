import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

// Not a judgement of speed: only so that something that hangs ends.
const hangLimitMs = 900_000;

// The workspaces are taken from their sources: no test waits for a build.
const sources = { resolve: { conditions: ['source'] }, ssr: { resolve: { conditions: ['source'] } } };

// Children that the application starts run from the sources too.
const hooks = new URL('test/typescript/hooks.mjs', import.meta.url).href;
const env = { NODE_OPTIONS: `--conditions=source --import=${hooks}` };

// `isolate: false`: a worker loads the application once, not for every file anew. Only where every file runs the application: which
// image readers it blocks (modules/image-upload) holds for the whole process, and the demo's drawings need one of them.

/** Pure tests, and tests over HTTP on a real PostgreSQL. */
export const apiProjects: TestProjectInlineConfiguration[] = [
  {
    ...sources,
    test: {
      name: 'api-unit',
      root: import.meta.dirname,
      include: ['src/**/*.spec.ts'],
      exclude: ['src/**/*.int.spec.ts'],
      testTimeout: hangLimitMs,
    },
  },
  {
    ...sources,
    test: {
      name: 'api-integration',
      isolate: false,
      root: import.meta.dirname,
      include: ['src/**/*.int.spec.ts', 'test/**/*.int.spec.ts'],
      globalSetup: ['test/postgres.setup.ts'],
      env,
      testTimeout: hangLimitMs,
      hookTimeout: hangLimitMs,
    },
  },
];

export default defineConfig({ test: { projects: apiProjects } });
