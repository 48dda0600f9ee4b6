import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { BROWSERS } from './browsers.mjs'
import { ensureChromium } from './chromium.mjs'
import { followParent } from './follow-parent.mjs'
import { BIN, ensureInstalled, inside, NODE, ROOT, withFiles } from './install.mjs'

/** Characters shown of each failure at the end. */
const FAILURE_SHOWN = 2000
const filters = process.argv.slice(2)
await ensureInstalled()
const chromium = filters.length === 0 ? ensureChromium() : (process.env.SHIXUN_CHROMIUM ?? '/usr/bin/chromium')

const reports = mkdtempSync(join(tmpdir(), 'shixun-reports-'))
const total = { passed: 0, failed: 0, skipped: 0 }
const failures = []
/** What failed, by name: the end of a log is all that is left of many a run. */
const failed = []
const running = new Set()

function run(program, args, env = {}) {
  const [command, rest] = withFiles(program, args)
  return new Promise((done) => {
    const started = spawn(command, rest, {
      cwd: ROOT,
      env: inside({ SHIXUN_CHROMIUM: chromium, ...env }),
      stdio: 'inherit',
    })
    running.add(started)
    const end = (code) => {
      running.delete(started)
      done(code ?? 1)
    }
    started.on('error', () => end(1))
    started.on('exit', end)
  })
}

function count(name, { passed, failed, skipped }, code) {
  // a suite that could not even be loaded counts as one failure
  const lost = code !== 0 && failed === 0 ? 1 : 0
  total.passed += passed
  total.failed += failed + lost
  total.skipped += skipped
  if (failed + lost > 0) failures.push(name)
}

function readReport(file, read) {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }
  }
}

function vitestCounts(report) {
  const unread = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed'),
  )
  for (const file of report.testResults) {
    const where = relative(ROOT, file.name)
    if (unread.includes(file)) failed.push(`${where}: ${file.message}`)
    for (const one of file.assertionResults)
      if (one.status === 'failed') failed.push(`${where}: ${one.fullName}\n${one.failureMessages.join('\n')}`)
  }
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unread.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  }
}

function playwrightCounts({ stats }) {
  if (stats.flaky > 0) console.log(`\n${stats.flaky} passed at the second attempt only`)
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }
}

async function step(name, program, args) {
  console.log(`\n— ${name}`)
  const code = await run(program, args)
  count(name, { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }, code)
}

async function vitest() {
  console.log('\n— tests (vitest)')
  const file = join(reports, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await run(NODE, [join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...reporters, ...filters])
  count('tests', readReport(file, vitestCounts), code)
}

async function playwright({ name, port, projects }) {
  const file = join(reports, `playwright-${name}.json`)
  const args = [
    join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js'),
    'test',
    '-c',
    'web/playwright.config.ts',
    '--reporter=list,json',
    '--output',
    join('test-results', name),
    ...projects.flatMap((project) => ['--project', project]),
  ]
  const code = await run(NODE, args, { PLAYWRIGHT_JSON_OUTPUT_FILE: file, SHIXUN_STORY_PORT: String(port) })
  count(`browser (${name})`, readReport(file, playwrightCounts), code)
}

function interrupt() {
  for (const one of running) one.kill('SIGTERM')
  rmSync(reports, { recursive: true, force: true })
  console.error('\nInterrupted.')
  process.exit(130)
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, interrupt)
if (process.env.npm_lifecycle_event) followParent(interrupt)

if (filters.length > 0) await vitest()
else {
  await step('lint and format (biome)', join(BIN, 'biome'), ['check', '.'])
  await step('types (tsc)', join(BIN, 'tsc'), ['-p', 'tsconfig.json'])
  await step('dead code (knip)', join(BIN, 'knip'), ['--no-progress'])
  await step('web client (vite build)', NODE, [
    join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js'),
    'build',
    'web',
    '--logLevel',
    'warn',
  ])
  await vitest()
  console.log('\n— the story and the parts in the browser (Playwright)')
  await Promise.all(BROWSERS.map(playwright))
}
rmSync(reports, { recursive: true, force: true })
for (const one of failed) console.log(`\n${one.slice(0, FAILURE_SHOWN)}`)
if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`)
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(total.failed === 0 ? 0 : 1)
