import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { foundPlatform } from '../../../scripts/demo/found-districts.ts'
import { startClock } from '../../../scripts/demo/stage.ts'
import { raise } from '../../../scripts/local/constellation.ts'

const TICK_MS = 1000
const MONTHLY = '0 18 1 * *'
/** A Monday without holidays around it: the story falls on the same days in every year it is told. */
const FIRST_DAY = '2026-03-02T01:00:00.000Z'

/** An empty house for the browser tests: all workers, no district, a clock that can be moved, jobs that run, each month's feed too. */
const state = mkdtempSync(join(tmpdir(), 'shixun-story-'))
const onLog = (level: string, message: string) => (level === 'error' ? console.error(message) : undefined)
const house = await raise({
  state,
  port: Number(process.env['SHIXUN_STORY_PORT'] ?? 8791),
  demonstration: '{"accounts":[]}',
  onLog,
})
await startClock(house, FIRST_DAY)
await foundPlatform(house, state)
console.log(`story on ${house.url}`)

let busy = false
let month = FIRST_DAY.slice(0, 7)
async function sweep(): Promise<void> {
  const { now } = (await (await fetch(`${house.url}/api/demo/clock`)).json()) as { now: string }
  if (now.slice(0, 7) !== month) await house.tick(MONTHLY)
  month = now.slice(0, 7)
  await house.tick()
}
setInterval(async () => {
  if (busy) return
  busy = true
  await sweep().catch((error: unknown) => console.error(`sweep: ${error}`))
  busy = false
}, TICK_MS)

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.removeAllListeners(signal).on(signal, async () => {
    await house.stop().catch(() => {})
    rmSync(state, { recursive: true, force: true })
    process.exit(0)
  })
