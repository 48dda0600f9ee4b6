import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '/work/main/node_modules/@playwright/test/index.mjs'
import { seedDemonstration } from '/work/main/scripts/demo/seed.ts'
import { demonstrationAccounts, DEMO_PASSWORD } from '/work/main/scripts/demo/accounts.ts'
import { raise } from '/work/main/scripts/local/constellation.ts'
const state = mkdtempSync(join(tmpdir(), 'shixun-shot-'))
const c = await raise({ state, port: 8951, demonstration: JSON.stringify(demonstrationAccounts()) })
await seedDemonstration(c, state, console.log)
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'], env: { ...process.env, LANGUAGE: 'zh_CN' } })
const page = await (await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 1280, height: 800 }, baseURL: c.url })).newPage()
await page.goto('/sign-in')
await page.fill('[name=username]', 'jinshui.office'); await page.fill('[name=password]', DEMO_PASSWORD); await page.keyboard.press('Enter')
await page.getByRole('heading', { name: /您好/ }).waitFor()
await page.waitForLoadState('networkidle')
await page.screenshot({ path: '/tmp/workbench.png' })
await browser.close(); await c.stop(); process.exit(0)
