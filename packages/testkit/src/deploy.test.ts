import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { CONFIGS, ROOT } from '../../../scripts/local/constellation.ts'

const KIB = 1024
const AT_MOST = 120 * KIB
/** What five workers owe, so that it cannot grow unseen: docs/decisions/0007-the-district-bundle.md. */
const OWED: Readonly<Record<string, number>> = {
  district: 239 * KIB,
  registry: 196 * KIB,
  delivery: 186 * KIB,
  review: 218 * KIB,
  documents: 153 * KIB,
}
/** Problems of members whose words only some workers carry: a worker that names one has to import its words. */
const WORDED = ['calls', 'classes', 'people'].flatMap((part) => {
  const text = readFileSync(join(ROOT, `packages/contract/src/${part}-field-problems.ts`), 'utf8')
  return [...text.matchAll(/^ {2}(\w+):/gm)].map(([, key = '']) => key)
})
const folder = mkdtempSync(join(tmpdir(), 'shixun-deploy-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each(Object.entries(CONFIGS))('%s', (worker, config) => {
  it('passes wrangler deploy --dry-run, and its bundle keeps to the budget', { timeout: 120_000 }, async () => {
    const out = join(folder, worker)
    const wrangler = join(ROOT, 'node_modules/wrangler/bin/wrangler.js')
    const args = [wrangler, 'deploy', '--dry-run', '--minify', '--config', config, '--outdir', out]
    // no account and no terminal: what a dry run needs from neither
    const env = { ...process.env, CI: '1', WRANGLER_SEND_METRICS: 'false', WRANGLER_LOG_PATH: folder }
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT, env })
    expect(stdout).toContain('--dry-run: exiting now.')
    const bundle = readdirSync(out).filter((name) => /\.(?:js|mjs|sql|wasm)$/.test(name))
    expect(bundle.length).toBeGreaterThan(0)
    const text = bundle.map((name) => readFileSync(join(out, name), 'utf8')).join('')
    const named = WORDED.filter((key) => new RegExp(`["'\`]${key}["'\`]`).test(text))
    expect(named.filter((key) => !new RegExp(`\\b${key}:["'\`]`).test(text))).toEqual([])
    const bytes = bundle.reduce((sum, name) => sum + gzipSync(readFileSync(join(out, name))).length, 0)
    expect(bytes, `${worker}: ${bytes} bytes`).toBeLessThanOrEqual(OWED[worker] ?? AT_MOST)
  })
})
