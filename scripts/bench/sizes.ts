import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { routeWeights } from '../../web/test/build-budget.ts'
import { CONFIGS, ROOT, type WorkerKey } from '../local/constellation.ts'

/** Kibibytes after gzip. */
export type Sizes = { workers: Record<string, number>; web: Record<string, number> | null }

function gzipped(bytes: Uint8Array): number {
  return Math.round((gzipSync(bytes, { level: 9 }).length / 1024) * 10) / 10
}

async function workerSize(key: WorkerKey): Promise<number> {
  const entry = `workers/${key}/src/index.ts`
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, entry)],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    target: 'es2022',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['cloudflare:*', 'node:*'],
    loader: { '.sql': 'text' },
    jsx: 'automatic',
    logLevel: 'error',
  })
  return gzipped(outputFiles[0]?.contents ?? new Uint8Array())
}

function webSizes(): Record<string, number> | null {
  const dist = join(ROOT, 'web/dist')
  if (!existsSync(join(dist, '.vite/manifest.json'))) return null
  const kibibytes = (bytes: number) => Math.round((bytes / 1024) * 10) / 10
  return Object.fromEntries(routeWeights(dist).map(({ source, bytes }) => [source, kibibytes(bytes)]))
}

export async function sizes(): Promise<Sizes> {
  const workers: Record<string, number> = {}
  for (const key of Object.keys(CONFIGS) as WorkerKey[]) workers[key] = await workerSize(key)
  return { workers, web: webSizes() }
}
