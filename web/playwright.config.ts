import { defineConfig } from '@playwright/test'

const port = Number(process.env['SHIXUN_STORY_PORT'] ?? 8791)
const baseURL = `http://127.0.0.1:${port}`
const quiet = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
]

/** The browser tests: one worker, one browser, an empty house of their own. Screenshots stay in test-results. */
export default defineConfig({
  testDir: 'test',
  outputDir: '../test-results',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  // the screens are looked at in the house that the story leaves behind
  projects: [
    { name: 'story', testMatch: 'story.spec.ts' },
    // each of them in a house of its own, raised anew when a busy machine missed a deadline
    { name: 'registration', testMatch: 'registration-*.spec.ts', retries: 1 },
    { name: 'roster', testMatch: 'roster-*.spec.ts', retries: 1 },
    { name: 'delivery', testMatch: 'delivery-*.spec.ts', retries: 1 },
    { name: 'credits', testMatch: 'credits-*.spec.ts', retries: 1 },
    { name: 'review', testMatch: 'review-*.spec.ts', retries: 1 },
    { name: 'screens', testMatch: 'screens.spec.ts', dependencies: ['story'], use: { trace: 'off' } },
  ],
  use: {
    baseURL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: process.env['SHIXUN_CHROMIUM'] ?? '/usr/bin/chromium', args: quiet },
  },
  webServer: {
    command: 'node packages/testkit/src/story-server.ts',
    cwd: '..',
    // the port answers before the databases are ready
    wait: { stdout: /story on/ },
    timeout: 60_000,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
  },
})
