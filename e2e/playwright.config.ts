import { defineConfig } from '@playwright/test';
import { chromiumFlags } from '@virtualcafe/scripts/chromium-flags';

const port = Number(process.env.E2E_PORT ?? 4173);
const origin = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: 'journeys',
  outputDir: 'test-results',
  // The journeys share one running product, as people do; those that change things use things of their own.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // Not a judgement of speed: only so that something that hangs ends.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json']],
  use: {
    baseURL: origin,
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(process.env.CHROMIUM_PATH === undefined ? {} : { executablePath: process.env.CHROMIUM_PATH }),
      args: [...chromiumFlags],
    },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } }, testIgnore: /phone/ },
    {
      name: 'phone',
      // As somebody whom movement makes dizzy.
      use: {
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        contextOptions: { reducedMotion: 'reduce' },
      },
      testMatch: /phone|visitor/,
    },
  ],
  webServer: {
    command: `node demo-server.mjs ${port}`,
    url: `${origin}/api/health/ready`,
    reuseExistingServer: false,
    timeout: 600_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
  },
});
