import { defineConfig } from 'vitest/config'

const shared = {
  environment: 'node' as const,
  testTimeout: 60_000,
  hookTimeout: 120_000,
  exclude: ['**/node_modules/**', '**/dist/**'],
}

/**
 * Two projects: what needs nothing, and what asks the one constellation that is raised for the whole run. Suites that
 * move the clock or look behind the doors raise one of their own.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'pure',
          include: [
            'packages/{domain,contract,db,testkit}/**/*.test.{ts,tsx}',
            'web/**/*.test.{ts,tsx}',
            'scripts/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          ...shared,
          name: 'house',
          // real processes on a machine that may be busy: a deadline missed once is tried again, and the log says so
          retry: 1,
          include: ['packages/{http,tenant}/**/*.test.{ts,tsx}', 'workers/**/*.test.{ts,tsx}'],
          globalSetup: ['packages/testkit/src/global-setup.ts'],
          setupFiles: ['packages/testkit/src/alarms.ts'],
        },
      },
    ],
  },
})
