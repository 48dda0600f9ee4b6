import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { CONFIGS, ROOT, type WorkerKey } from '../local/constellation.ts'

/** Kibibytes after gzip. */
export type Sizes = { workers: Record<string, number>; web: Record<string, number> | null }

type Manifest = Record<string, { file: string; isEntry?: boolean; imports?: string[]; dynamicImports?: string[] }>

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

/** The scripts that stand on the way to a chunk: itself and what it imports, once each. */
function chunksOf(manifest: Manifest, name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen
  seen.add(name)
  for (const other of manifest[name]?.imports ?? []) chunksOf(manifest, other, seen)
  return seen
}

function webSizes(): Record<string, number> | null {
  const dist = join(ROOT, 'web/dist')
  const file = join(dist, '.vite/manifest.json')
  if (!existsSync(file)) return null
  const manifest: Manifest = JSON.parse(readFileSync(file, 'utf8'))
  const size = (names: Iterable<string>) => {
    const total = [...names].reduce((all, name) => {
      const script = manifest[name]?.file
      return script?.endsWith('.js') ? all + gzipped(readFileSync(join(dist, script))) : all
    }, 0)
    return Math.round(total * 10) / 10
  }
  const entry = Object.keys(manifest).find((name) => manifest[name]?.isEntry)
  if (entry === undefined) return null
  const first = chunksOf(manifest, entry)
  const pages = Object.keys(manifest).filter((name) => /\/routes\.tsx?$|\/pages?\//.test(name))
  return {
    'first load': size(first),
    ...Object.fromEntries(pages.map((name) => [name, size(chunksOf(manifest, name, new Set(first)))])),
  }
}

export async function sizes(): Promise<Sizes> {
  const workers: Record<string, number> = {}
  for (const key of Object.keys(CONFIGS) as WorkerKey[]) workers[key] = await workerSize(key)
  return { workers, web: webSizes() }
}
