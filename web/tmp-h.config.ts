import base from './playwright.config.ts'
const { webServer: _, ...rest } = base
export default { ...rest, outputDir: '/tmp/h-results', projects: [{ name: 'review', testMatch: 'review-inspection.spec.ts', retries: 0 }] }
