import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unstable_readConfig } from 'wrangler'
import { CONFIGS, type Constellation, ROOT, raise, type WorkerKey } from '../../../scripts/local/constellation.ts'

const POOL = Array.from({ length: 32 }, (_, n) => String(n + 1).padStart(4, '0')).map(
  (no) => `d1 T_${no} shixun-t-${no}`,
)

/** Who holds what: a worker exists if and only if its bindings differ. Anything not in here is a finding. */
const HOLDS: Record<WorkerKey, { bindings: string[]; secrets: string[]; vars: string[] }> = {
  gateway: {
    bindings: [
      'assets ASSETS',
      'd1 DIRECTORY shixun-directory',
      'rate PUBLIC_RATE',
      'rpc IDENTITY shixun-identity#IdentityDoor',
      'rpc DISTRICT shixun-district#DistrictDoor',
      'rpc REGISTRY shixun-registry#RegistryDoor',
      'rpc DELIVERY shixun-delivery#DeliveryDoor',
      'rpc REVIEW shixun-review#ReviewDoor',
      'rpc CATALOGUE shixun-catalogue#CatalogueDoor',
      'rpc PROVINCE shixun-province#ProvinceDoor',
      'rpc DOCUMENTS shixun-documents#DocumentsDoor',
    ],
    secrets: [],
    vars: ['VERSION'],
  },
  identity: {
    bindings: [
      'd1 DIRECTORY shixun-directory',
      'rpc TENANTS shixun-housekeeping#Housekeeping',
      'rpc WORKBOOKS shixun-documents#Workbooks',
    ],
    secrets: ['PASSWORD_PEPPERS', 'TOKEN_KEY'],
    vars: [],
  },
  district: {
    bindings: [
      ...POOL,
      'r2 ATTACHMENTS shixun-attachments',
      'produces NUDGE shixun-nudge',
      'produces ROBOTS shixun-robots',
      'rpc SHELF shixun-catalogue#Shelf',
      'rpc WORKBOOKS shixun-documents#Workbooks',
      'rpc ARCHIVES shixun-documents#Archives',
    ],
    secrets: ['SIGNING_KEYS', 'OBJECTION_KEYS'],
    vars: [],
  },
  housekeeping: { bindings: POOL, secrets: [], vars: [] },
  registry: {
    bindings: [
      ...POOL,
      'produces NUDGE shixun-nudge',
      'produces ROBOTS shixun-robots',
      'rpc WORKBOOKS shixun-documents#Workbooks',
    ],
    secrets: ['PERSONAL_KEYS', 'PERSONAL_MAC_KEY', 'CERTIFICATE_KEYS'],
    vars: ['ROBOT_HOSTS'],
  },
  delivery: {
    bindings: [
      ...POOL,
      'r2 ATTACHMENTS shixun-attachments',
      'produces NUDGE shixun-nudge',
      'rpc WORKBOOKS shixun-documents#Workbooks',
      'rpc ARCHIVES shixun-documents#Archives',
    ],
    secrets: ['ATTENDANCE_KEYS', 'SURVEY_KEYS'],
    vars: [],
  },
  review: {
    bindings: [
      ...POOL,
      'r2 ATTACHMENTS shixun-attachments',
      'rpc WORKBOOKS shixun-documents#Workbooks',
      'rpc CLEANER shixun-documents#Cleaner',
    ],
    secrets: [],
    vars: [],
  },
  catalogue: {
    bindings: ['d1 CATALOGUE shixun-catalogue', 'd1 SEARCH shixun-search', 'rpc WORKBOOKS shixun-documents#Workbooks'],
    secrets: ['SIGNING_PUBLIC_KEYS'],
    vars: [],
  },
  province: {
    bindings: ['d1 PROVINCE shixun-province'],
    secrets: ['SIGNING_PUBLIC_KEYS', 'TOKEN_PUBLIC_KEY'],
    vars: [],
  },
  documents: { bindings: [], secrets: [], vars: [] },
  jobs: {
    bindings: [
      'produces NUDGE shixun-nudge',
      'produces PUBLISH shixun-publish',
      'consumes shixun-nudge dead shixun-nudge-dead',
      'consumes shixun-publish dead shixun-publish-dead',
      'consumes shixun-robots dead shixun-robots-dead',
      'rpc ROSTER shixun-identity#Roster',
      'rpc EXCHANGE shixun-district#Exchange',
      'rpc HOUSEKEEPING shixun-housekeeping#Housekeeping',
      'rpc DISTRICT shixun-district#Rounds',
      'rpc REGISTRY shixun-registry#Rounds',
      'rpc DELIVERY shixun-delivery#Rounds',
      'rpc REVIEW shixun-review#Rounds',
      'rpc ROBOTS shixun-registry#Robots',
      'rpc FEED_SOURCE shixun-district#FeedSource',
      'rpc FEED_SINK shixun-province#FeedSink',
    ],
    secrets: [],
    vars: [],
  },
}
const WORKERS = Object.keys(CONFIGS) as WorkerKey[]

/** The part of a configuration that grants something. */
type Config = {
  assets?: { binding?: string }
  d1_databases: { binding: string; database_name: string }[]
  r2_buckets: { binding: string; bucket_name: string }[]
  kv_namespaces: { binding: string }[]
  durable_objects: { bindings: { name: string }[] }
  ratelimits: { name: string }[]
  queues: {
    producers?: { binding: string; queue: string }[]
    consumers?: { queue: string; dead_letter_queue?: string }[]
  }
  services?: { binding: string; service: string; entrypoint: string }[]
  vars: Record<string, unknown>
  workers_dev?: boolean
  preview_urls?: boolean
  route?: unknown
  routes?: unknown[]
}
const configOf = (worker: WorkerKey): Config => unstable_readConfig({ config: join(ROOT, CONFIGS[worker]) })

function declared(worker: WorkerKey): string[] {
  const config = configOf(worker)
  return [
    ...(config.assets?.binding ? [`assets ${config.assets.binding}`] : []),
    ...config.d1_databases.map(({ binding, database_name }) => `d1 ${binding} ${database_name}`),
    ...config.r2_buckets.map(({ binding, bucket_name }) => `r2 ${binding} ${bucket_name}`),
    ...config.kv_namespaces.map(({ binding }) => `kv ${binding}`),
    ...config.durable_objects.bindings.map(({ name }) => `object ${name}`),
    ...config.ratelimits.map(({ name }) => `rate ${name}`),
    ...(config.queues.producers ?? []).map(({ binding, queue }) => `produces ${binding} ${queue}`),
    ...(config.queues.consumers ?? []).map(
      ({ queue, dead_letter_queue }) => `consumes ${queue} dead ${dead_letter_queue}`,
    ),
    ...(config.services ?? []).map(({ binding, service, entrypoint }) => `rpc ${binding} ${service}#${entrypoint}`),
  ]
}

describe.each(WORKERS)('the configuration of %s', (worker) => {
  it('declares what the table grants, and nothing more', () => {
    expect(declared(worker).sort()).toEqual([...HOLDS[worker].bindings].sort())
    expect(Object.keys(configOf(worker).vars)).toEqual(HOLDS[worker].vars)
  })
  it('keeps the worker off public addresses', () => {
    const { workers_dev, preview_urls, route, routes } = configOf(worker)
    expect({ workers_dev, preview_urls, route, routes: routes ?? [] }).toEqual({
      workers_dev: false,
      preview_urls: false,
      route: undefined,
      routes: [],
    })
  })
})

describe('the graph of workers', () => {
  it('has no cycle', () => {
    const goals = (worker: string) =>
      declared(worker as WorkerKey).flatMap((line) => /^rpc \S+ shixun-(\w+)#/.exec(line)?.[1] ?? [])
    const walk = (worker: string, trail: string[]): string[] =>
      trail.includes(worker)
        ? [[...trail, worker].join(' → ')]
        : goals(worker).flatMap((next) => walk(next, [...trail, worker]))
    expect(WORKERS.flatMap((worker) => walk(worker, []))).toEqual([])
  })
})

describe('at run time', () => {
  const state = mkdtempSync(join(tmpdir(), 'shixun-capabilities-'))
  let constellation: Constellation
  beforeAll(async () => {
    constellation = await raise({ state })
  }, 60_000)
  afterAll(async () => {
    await constellation.stop()
    rmSync(state, { recursive: true, force: true })
  })

  it.each(WORKERS)('env of %s holds its bindings and secrets alone', async (worker) => {
    const held = Object.keys(await constellation.miniflare.getBindings(`shixun-${worker}`))
    const { bindings, secrets, vars } = HOLDS[worker]
    const named = bindings.filter((line) => !line.startsWith('consumes')).map((line) => line.split(' ')[1])
    // METER asks for cost headers; only a raised local constellation sets it
    const local = worker === 'gateway' ? ['METER'] : []
    expect(held.sort()).toEqual([...named, ...secrets, ...vars, ...local].sort())
  })

  it.each(['/api/demo', '/api/demo/clock'])('%s is unknown outside the demonstration', async (path) => {
    const answer = await fetch(`${constellation.url}${path}`)
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ type: 'urn:shixun:problem:not-found' })
  })

  it('nobody moves the clock outside the demonstration', async () => {
    const directory = await constellation.database('identity', 'DIRECTORY')
    const settings = async () => (await directory.prepare('SELECT key, value FROM settings').all()).results
    const before = await settings()
    const answer = await fetch(`${constellation.url}/api/demo/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advanceDays: 1 }),
    })
    expect(answer.status).toBe(404)
    expect(await settings()).toEqual(before)
  })
})
