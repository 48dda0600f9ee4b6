import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROUTES } from '@shixun/contract/routes'
import { feedDoors } from './counts/count-province.ts'
import { fillTenant } from './fill-tenant.ts'
import { FILL } from './growth.ts'
import { BEGIN, type Bureau, type House, raiseHouse } from './house.ts'
import { median, pace, percentile, shoot, type Target } from './load.ts'
import { addressOf, headersOf } from './metered.ts'
import type { Comparison } from './ratios.ts'

const PROJECTS_OF = 50
const TIMES = 20
/** Both tenants together take this share of what the machine can answer at the time: beyond it everybody queues. */
const SHARE = 0.4

function monthOf(round: number): string {
  return `${2020 + Math.floor(round / 12)}-${String((round % 12) + 1).padStart(2, '0')}`
}

async function settled(count: number, state: string): Promise<{ house: House; bureaus: Bureau[] }> {
  const house = await raiseHouse({ state, directSockets: true, extraTenants: Math.max(0, count - 32) })
  const bureaus: Bureau[] = []
  for (let n = 1; n <= count; n++) {
    const bureau = await house.found({ slug: `zone-${n}`, name: `第${n}区`, kind: 'zone', division: '410100' })
    await fillTenant(bureau.tenant, PROJECTS_OF, FILL)
    bureaus.push(bureau)
  }
  return { house, bureaus }
}

const WARM_MONTHS = 24

/** The first district's two years before: both houses have compiled what publishes, and both remember as much. */
async function warm({ house, bureaus }: Awaited<ReturnType<typeof settled>>): Promise<void> {
  const { FEED_SOURCE } = await feedDoors(house)
  const [first] = bureaus
  if (!first) throw new Error('no district publishes')
  for (let round = 0; round < WARM_MONTHS; round++) await FEED_SOURCE.publish(first.ref, monthOf(round), BEGIN)
}

/** Publishes a month and answers the milliseconds of the first district, awake by the month before, and of all on the average. */
async function publishAll({ house, bureaus }: Awaited<ReturnType<typeof settled>>, round: number) {
  const { FEED_SOURCE } = await feedDoors(house)
  const [before, month] = [monthOf(WARM_MONTHS + 2 * round), monthOf(WARM_MONTHS + 2 * round + 1)]
  const times: number[] = []
  for (const [n, { ref }] of bureaus.entries()) {
    if (n === 0) await FEED_SOURCE.publish(ref, before, BEGIN)
    const begun = performance.now()
    await FEED_SOURCE.publish(ref, month, BEGIN)
    times.push(performance.now() - begun)
  }
  return { first: times[0] ?? 0, average: times.reduce((all, time) => all + time, 0) / times.length }
}

/** Publishing one district alone, and the same district while a whole province of `count` publishes. */
export async function publishRatio(count: number, rounds: number): Promise<Comparison> {
  const folders = [1, count].map(() => mkdtempSync(join(tmpdir(), 'shixun-bench-')))
  const [alone, among] = [await settled(1, folders[0] ?? ''), await settled(count, folders[1] ?? '')]
  for (const one of [alone, among]) await warm(one)
  const [single, many, average]: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round < rounds + 1; round++) {
    const one = await publishAll(alone, round)
    const all = await publishAll(among, round)
    // the first round opens the databases of the others
    if (round === 0) continue
    single.push(one.first)
    many.push(all.first)
    average.push(all.average)
  }
  await Promise.all([alone.house.stop(), among.house.stop()])
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  const ratio = median(many.map((time, n) => time / (single[n] ?? 1)))
  return {
    name: `publish one district / the same among ${count} districts`,
    goal: '1.0 ± 0.1',
    better: 'lower',
    ratio,
    cpuRatio: null,
    met: Math.abs(ratio - 1) <= 0.1,
    product: { milliseconds: median(many), average: median(average) },
    anchor: { milliseconds: median(single) },
  }
}

/** What a tenant's readers feel while a neighbour has twenty times their load. */
export async function neighbourRatio(
  house: House,
  [a, b]: readonly [Bureau, Bureau],
  given: { rounds: number; milliseconds: number },
): Promise<Comparison> {
  const listOf = async (bureau: Bureau): Promise<Target> => {
    const headers = headersOf({ as: await house.session({ role: 'office', bureau }) })
    const path = addressOf(ROUTES.listProjects, { params: { district: bureau.ref.slug } })
    return { url: house.url, pid: undefined, status: 200, next: () => ({ method: 'GET', path, headers }) }
  }
  const [ours, theirs] = [await listOf(a), await listOf(b)]
  const [alone, beside]: [number[], number[]] = [[], []]
  const { perSecond: capacity } = await shoot(theirs, 1000)
  const perSecond = Math.max(2, Math.round((capacity * SHARE) / (TIMES + 1)))
  const span = Math.max(given.milliseconds * 2, 1500)
  for (let round = 0; round < given.rounds; round++) {
    alone.push(...(await pace(ours, perSecond, span)))
    const load = pace(theirs, perSecond * TIMES, span)
    beside.push(...(await pace(ours, perSecond, span)))
    await load
  }
  const ratio = percentile(beside, 0.95) / percentile(alone, 0.95)
  return {
    name: `p95 of tenant A while tenant B has ${TIMES} × its load / alone`,
    goal: '≤ 1.5',
    better: 'lower',
    ratio,
    cpuRatio: null,
    met: ratio <= 1.5,
    product: { p50: median(beside), p95: percentile(beside, 0.95), perSecond, neighbour: perSecond * TIMES },
    anchor: { p50: median(alone), p95: percentile(alone, 0.95), perSecond },
  }
}
