import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { unstable_getMiniflareWorkerOptions } from 'wrangler'
import { CONFIGS, ROOT } from '../local/constellation.ts'

export type Anchor = { url: string; stop(): Promise<void> }

function databaseId(worker: keyof typeof CONFIGS, binding: string): { id: string } {
  const { workerOptions } = unstable_getMiniflareWorkerOptions(join(ROOT, CONFIGS[worker]))
  const found = (workerOptions.d1Databases as Record<string, { id: string }> | undefined)?.[binding]
  if (!found) throw new Error(`no database ${binding}`)
  return found
}

/** Raises the bare worker on a copy of a house's data: the same rows, the same SQLite, the same runtime. */
export async function raiseAnchor(given: { from: string; state: string; slot: string }): Promise<Anchor> {
  for (const name of readdirSync(given.from))
    cpSync(join(given.from, name), join(given.state, name), {
      recursive: true,
      filter: (source) => !source.endsWith('-shm'),
    })
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'scripts/bench/anchor-worker.ts')],
    bundle: true,
    format: 'esm',
    write: false,
    target: 'es2022',
    conditions: ['workerd', 'worker', 'browser'],
    logLevel: 'error',
  })
  const worker = {
    name: 'anchor',
    compatibilityDate: '2026-09-01',
    d1Databases: { DIRECTORY: databaseId('identity', 'DIRECTORY'), TENANT: databaseId('district', given.slot) },
    modules: [{ type: 'ESModule', path: 'index.js', contents: outputFiles[0]?.text ?? '' }],
    unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
  }
  const miniflare = new Miniflare({
    ...convertV4MiniflareOptions({
      host: '127.0.0.1',
      port: 0,
      workers: [worker],
    } as unknown as Parameters<typeof convertV4MiniflareOptions>[0]),
    resourcePersistencePath: given.state,
  })
  await miniflare.ready
  const url = String(await miniflare.unsafeGetDirectURL('anchor')).replace(/\/$/, '')
  return { url, stop: () => miniflare.dispose() }
}
