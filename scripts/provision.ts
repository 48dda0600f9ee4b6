import { spawnSync } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { unstable_readConfig } from 'wrangler'
import { CONFIGS, ROOT } from './local/constellation.ts'

/**
 * `node scripts/provision.ts COUNT`: adds spare tenant databases to the pool. Each is created at Cloudflare near China,
 * its binding is written into the district worker's toml, and after the next deployment the jobs worker migrates it and
 * lists it as free. May be interrupted and run again: what was created and written stays.
 */
const count = Number(process.argv[2])
if (!Number.isInteger(count) || count < 1 || count > 500) {
  console.error('Say how many databases to add, 1 to 500: node scripts/provision.ts 32')
  process.exit(2)
}
const toml = join(ROOT, CONFIGS.district)
const bound: string[] = (unstable_readConfig({ config: toml }).d1_databases ?? []).map(
  ({ binding }: { binding: string }) => binding,
)
const highest = Math.max(0, ...bound.map((binding) => Number(/^T_(\d+)$/.exec(binding)?.[1] ?? 0)))
for (let n = highest + 1; n <= highest + count; n++) {
  const slot = `T_${String(n).padStart(4, '0')}`
  const name = `shixun-t-${String(n).padStart(4, '0')}`
  const made = spawnSync('wrangler', ['d1', 'create', name, '--location', 'apac'], { cwd: ROOT, encoding: 'utf8' })
  const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(made.stdout ?? '')?.[0]
  if (made.status !== 0 || !id) {
    console.error(
      `${name} was not created: ${made.stderr || made.stdout}\nWhat came before it stands; run this again when the cause is mended.`,
    )
    process.exit(1)
  }
  appendFileSync(toml, `\n[[d1_databases]]\nbinding = "${slot}"\ndatabase_name = "${name}"\ndatabase_id = "${id}"\n`)
  console.log(`${slot} ${id}`)
}
console.log(
  'Now deploy: node scripts/deploy.ts. Within the hour the jobs worker migrates the new databases and lists them.',
)
