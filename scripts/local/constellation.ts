import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Binding } from '@shixun/db/binding'
import { migrate } from '@shixun/db/migrate'
import { build } from 'esbuild'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { unstable_getMiniflareWorkerOptions } from 'wrangler'
import { localSecrets } from './secrets.ts'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** The workers and where their configuration lies; the gateway first, because it takes the HTTP. */
export const CONFIGS = {
  gateway: 'wrangler.toml',
  identity: 'workers/identity/wrangler.toml',
  housekeeping: 'workers/housekeeping/wrangler.toml',
  district: 'workers/district/wrangler.toml',
  registry: 'workers/registry/wrangler.toml',
  delivery: 'workers/delivery/wrangler.toml',
  review: 'workers/review/wrangler.toml',
  catalogue: 'workers/catalogue/wrangler.toml',
  documents: 'workers/documents/wrangler.toml',
  province: 'workers/province/wrangler.toml',
  jobs: 'workers/jobs/wrangler.toml',
} as const
export type WorkerKey = keyof typeof CONFIGS

/** The workers that hold the tenant databases, each all of them. */
export const TENANT_WORKERS = [
  'housekeeping',
  'district',
  'registry',
  'delivery',
  'review',
] as const satisfies readonly WorkerKey[]

export type Options = {
  /** Folder of the databases, objects and secrets. */
  state: string
  port?: number
  /** JSON of demonstration accounts; without it there is no demonstration and no clock. */
  demonstration?: string | undefined
  /** Tenant databases beyond those of the configuration, for tests and the bench. */
  extraTenants?: number
  /** Where robots of chat groups may live beside the hosts of the configuration: origins of receivers on this machine. */
  robotHosts?: readonly string[]
  /** Called with what the workers print. */
  onLog?: (level: string, message: string) => void
  /** Gives each worker a socket of its own, past the development proxy (bench). */
  directSockets?: boolean
}

export type Constellation = {
  url: string
  miniflare: Miniflare
  database(worker: WorkerKey, binding: string): Promise<Binding>
  /** Runs the minute's sweep, or the monthly publication, as the clock of production would. */
  tick(cron?: string): Promise<void>
  stop(): Promise<void>
}

type V4Worker = Parameters<typeof convertV4MiniflareOptions>[0] extends { workers: (infer W)[] } ? W : never

const bundles = new Map<string, Promise<string>>()

/** The code of a worker, bundled once a process: who raises again raises the same. */
function bundled(entry: string): Promise<string> {
  const known = bundles.get(entry) ?? bundle(entry)
  bundles.set(entry, known)
  return known
}

async function bundle(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    write: false,
    target: 'es2022',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['cloudflare:*', 'node:*'],
    loader: { '.sql': 'text' },
    jsx: 'automatic',
    logLevel: 'error',
  })
  return result.outputFiles[0]?.text ?? ''
}

async function workerOptions(key: WorkerKey, options: Options, secrets: Record<string, string>): Promise<V4Worker> {
  const { workerOptions: base, main } = unstable_getMiniflareWorkerOptions(join(ROOT, CONFIGS[key]))
  if (!main) throw new Error(`no entry in ${CONFIGS[key]}`)
  const extra: Record<string, string> = {}
  if (key === 'gateway') {
    extra['METER'] = 'on'
    if (options.demonstration) extra['DEMONSTRATION'] = options.demonstration
  }
  if (key === 'registry' && options.robotHosts) {
    const { ROBOT_HOSTS } = base.bindings as Record<string, string>
    extra['ROBOT_HOSTS'] = [ROBOT_HOSTS, ...options.robotHosts].join(' ')
  }
  const tenants: Record<string, { id: string }> = {}
  if (TENANT_WORKERS.some((one) => one === key))
    for (let n = 33; n < 33 + (options.extraTenants ?? 0); n++)
      tenants[`T_${String(n).padStart(4, '0')}`] = { id: `extra-${n}` }
  return {
    ...base,
    name: `shixun-${key}`,
    bindings: { ...(base.bindings as Record<string, string>), ...secrets, ...extra },
    d1Databases: { ...(base.d1Databases as Record<string, { id: string }>), ...tenants },
    modules: [{ type: 'ESModule', path: 'index.js', contents: await bundled(main) }],
    ...(options.directSockets ? { unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }] } : {}),
  } as unknown as V4Worker
}

function migrationsOf(kind: string): { name: string; sql: string }[] {
  const folder = join(ROOT, 'migrations', kind)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8') }))
}

/** The cron under which the jobs worker migrates the tenant databases and lists them in the pool. */
const HOURLY = '17 * * * *'

/** Brings every database to its newest version and lists the tenant databases in the pool. */
async function prepare(constellation: Constellation): Promise<void> {
  const now = new Date().toISOString()
  const plain = [
    ['identity', 'DIRECTORY', 'directory'],
    ['catalogue', 'CATALOGUE', 'catalogue'],
    ['catalogue', 'SEARCH', 'search'],
    ['province', 'PROVINCE', 'province'],
  ] as const
  for (const [worker, binding, kind] of plain)
    await migrate(await constellation.database(worker, binding), migrationsOf(kind), now)
  await constellation.tick(HOURLY)
}

/** Raises the workers on this machine: real workerd, real SQLite, the configuration of production. */
export async function raise(options: Options): Promise<Constellation> {
  const secrets = await localSecrets(options.state)
  const keys = Object.keys(CONFIGS) as WorkerKey[]
  const workers = await Promise.all(
    keys.map((key) => workerOptions(key, options, key in secrets ? secrets[key as keyof typeof secrets] : {})),
  )
  const miniflare = new Miniflare({
    ...convertV4MiniflareOptions({
      host: '127.0.0.1',
      port: options.port ?? 0,
      workers,
      handleStructuredLogs: ({ level, message }: { level: string; message: string }) => options.onLog?.(level, message),
    } as unknown as Parameters<typeof convertV4MiniflareOptions>[0]),
    resourcePersistencePath: options.state,
  })
  const url = String(await miniflare.ready).replace(/\/$/, '')
  const constellation: Constellation = {
    url,
    miniflare,
    database: async (worker, binding) =>
      (await miniflare.getD1Database(binding, `shixun-${worker}`)) as unknown as Binding,
    tick: async (cron = '* * * * *') => {
      const jobs = (await miniflare.getWorker('shixun-jobs')) as unknown as {
        scheduled(options: { cron: string }): Promise<{ outcome: string }>
      }
      await jobs.scheduled({ cron })
    },
    stop: () => miniflare.dispose(),
  }
  await prepare(constellation)
  return constellation
}
