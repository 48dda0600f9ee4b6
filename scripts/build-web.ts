import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const ROOT = join(import.meta.dirname, '..')
const SOURCES = [
  'web/src',
  'web/public',
  'scripts/api-reference',
  'web/index.html',
  'web/vite.config.ts',
  'packages/contract/src',
  'packages/domain/src',
  'package-lock.json',
]
/** Both are written at the end of a build, so that an interrupted one is not taken for a whole one. */
const BUILT = ['web/dist/index.html', 'web/dist/.vite/manifest.json']

function newest(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** Whether the built client is missing or older than what it is made of. */
export function webIsStale(): boolean {
  const built = BUILT.map((path) => join(ROOT, path))
  if (!built.every((path) => existsSync(path))) return true
  return Math.min(...built.map(newest)) < Math.max(...SOURCES.map((path) => newest(join(ROOT, path))))
}

/** Builds the client into web/dist. */
export async function buildWeb(): Promise<void> {
  const root = join(ROOT, 'web')
  await build({ root, configFile: join(root, 'vite.config.ts'), mode: 'production', logLevel: 'error' })
}
