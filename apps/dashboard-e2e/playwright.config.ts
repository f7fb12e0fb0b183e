import { defineConfig } from '@playwright/test';
import { ownChromium } from '@stipple/testing/chromium';

/** The browser: one that is named, else the one that npm brought, which runs on a bare machine. */
const executablePath = process.env['STIPPLE_CHROME'] ?? (await ownChromium());

export default defineConfig({
  testDir: '.',
  tsconfig: './tsconfig.json',
  testMatch: '*.e2e.ts',
  outputDir: '../../test-results',
  globalSetup: './start-ground.ts',
  fullyParallel: false,
  // Two people of one clinic are two pages of one test; two workers fill two cores.
  workers: 2,
  forbidOnly: true,
  // A busy machine may lose a race that no person could. What needed a second try is named at the end, to be looked at.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? '../../test-results/browser.json' }],
  ],
  use: {
    launchOptions: { executablePath, args: ['--no-sandbox', '--disable-gpu'] },
    viewport: { width: 1440, height: 900 },
    // A test that waits for each thing to have come to rest would wait for every movement.
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'on-first-retry',
    actionTimeout: 15_000,
  },
});
