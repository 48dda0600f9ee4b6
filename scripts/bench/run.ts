import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildWeb, webIsStale } from '../build-web.ts'
import { raiseAnchor } from './anchor.ts'
import { countRoutes } from './counts/count-routes.ts'
import { growth } from './growth.ts'
import { raiseHouse } from './house.ts'
import { neighbourRatio, publishRatio } from './neighbours.ts'
import { type Comparison, creditRatio, panelRatio, requestRatios } from './ratios.ts'
import { NOT_SHOWN, printed, type Report } from './report.ts'
import { importRatio } from './roster-import.ts'
import { sizes } from './sizes.ts'
import { workerds } from './workerd-cpu.ts'

const FULL = { sizes: [1000, 10_000, 100_000], districts: 157, rounds: 7, milliseconds: 1200 }
const QUICK = { sizes: [1000, 10_000], districts: 4, rounds: 3, milliseconds: 300 }

const { values } = parseArgs({ options: { json: { type: 'string' }, quick: { type: 'boolean', default: false } } })
const plan = values.quick ? QUICK : FULL
const folders: string[] = []

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'shixun-bench-'))
  folders.push(made)
  return made
}

function step(text: string): void {
  console.error(`bench: ${text} …`)
}

async function counted(): Promise<Report['counts']> {
  const house = await raiseHouse({ state: folder(), directSockets: true })
  try {
    return await countRoutes(house)
  } finally {
    await house.stop()
  }
}

async function grownAndCompared(): Promise<{ growth: Report['growth']; session: number; ratios: Comparison[] }> {
  const state = folder()
  const before = workerds()
  const house = await raiseHouse({ state, directSockets: true })
  const pid = workerds().find((one) => !before.includes(one))
  step(`growth to ${plan.sizes.at(-1)} applications`)
  const grown = await growth(house, plan.sizes)
  const bureau = grown.bureaus.at(-1)
  const neighbour = grown.bureaus[0]
  if (!bureau || !neighbour) throw new Error('nothing was grown')
  step('requests against raw D1')
  const known = workerds()
  const as = await house.session({ role: 'office', bureau })
  const anchor = await raiseAnchor({ from: state, state: folder(), slot: bureau.ref.slot })
  const anchorPid = workerds().find((one) => !known.includes(one))
  const ends = { product: { url: house.url, pid }, anchor: { url: anchor.url, pid: anchorPid } }
  const ratios = await requestRatios(bureau, as, ends, plan)
  await anchor.stop()
  step('a neighbour with twenty times the load')
  ratios.push(await neighbourRatio(house, [neighbour, bureau], plan))
  await house.stop()
  return { growth: grown.growth, session: grown.session, ratios }
}

async function imported(): Promise<Comparison> {
  const before = workerds()
  const house = await raiseHouse({ state: folder(), directSockets: true })
  try {
    return await importRatio(
      house,
      workerds().find((one) => !before.includes(one)),
    )
  } finally {
    await house.stop()
  }
}

async function main(): Promise<void> {
  const begun = performance.now()
  step('the client')
  if (webIsStale()) await buildWeb()
  step('counts per route')
  const counts = await counted()
  const compared = await grownAndCompared()
  step('an import of 20,000 teachers')
  const roster = await imported()
  step('aggregation of a panel')
  const panel = panelRatio(plan.rounds)
  step('credits of 20,000 teachers')
  const credits = creditRatio(plan.rounds)
  step(`publication among ${plan.districts} districts`)
  const published = await publishRatio(plan.districts, plan.rounds)
  step('sizes')
  const report: Report = {
    at: new Date().toISOString(),
    machine: { node: process.version, cores: cpus().length, processor: cpus()[0]?.model ?? '', load: loadavg() },
    quick: values.quick,
    counts,
    session: compared.session,
    growth: compared.growth,
    ratios: [...compared.ratios, roster, panel, credits, published],
    sizes: await sizes(),
    seconds: (performance.now() - begun) / 1000,
  }
  console.log(printed(report))
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ ...report, notShown: NOT_SHOWN }, null, 2)}\n`)
}

try {
  await main()
} finally {
  for (const made of folders) rmSync(made, { recursive: true, force: true })
}
