import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { raise } from '../../../scripts/local/constellation.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The constellation that all suites share: its address and the folder of its data. */
    house: { url: string; state: string }
  }
}

const EXTRA_TENANTS = 400

/** Raises the one constellation of the run. Its clock stands at real time: who moves a clock raises a house of their own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const state = mkdtempSync(join(tmpdir(), 'shixun-house-'))
  const file = join(state, 'alarms.ndjson')
  // errors of no request (jobs, start-up) belong to no test file and are told at the end
  const homeless: string[] = []
  const onLog = (level: string, message: string) => {
    if (level !== 'error') return
    if (/"requestId":"t[0-9a-f]{10}-/.test(message)) appendFileSync(file, `${message.replaceAll('\n', ' ')}\n`)
    else homeless.push(message)
  }
  const constellation = await raise({ state, extraTenants: EXTRA_TENANTS, demonstration: '{"accounts":[]}', onLog })
  project.provide('house', { url: constellation.url, state })
  return async () => {
    await constellation.stop()
    rmSync(state, { recursive: true, force: true })
    if (homeless.length > 0) throw new Error(`the shared constellation printed errors:\n${homeless.join('\n')}`)
  }
}
