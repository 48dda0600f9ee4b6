import { spawnSync } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { unstable_readConfig } from 'wrangler'
import { CONFIGS, ROOT, TENANT_WORKERS } from './local/constellation.ts'

/**
 * `node scripts/provision.ts COUNT`: adds spare tenant databases to the pool. Each is created at Cloudflare near China,
 * its binding is written into the toml of every worker that holds tenant databases, and after the next deployment the
 * jobs worker migrates it and lists it as free. May be interrupted and run again: what was created and written stays,
 * and a toml that lacks what another has gets it first.
 */
const count = Number(process.argv[2])
if (!Number.isInteger(count) || count < 1 || count > 500) {
  console.error('Say how many databases to add, 1 to 500: node scripts/provision.ts 32')
  process.exit(2)
}
type Slot = { binding: string; database_name: string; database_id: string }

/** The tenant databases that a toml binds. */
function slotsIn(toml: string): Slot[] {
  const { d1_databases } = unstable_readConfig({ config: toml }) as { d1_databases?: Slot[] }
  return (d1_databases ?? []).filter(({ binding }) => /^T_\d+$/.test(binding))
}

function bind(toml: string, { binding, database_name, database_id }: Slot): void {
  appendFileSync(
    toml,
    `\n[[d1_databases]]\nbinding = "${binding}"\ndatabase_name = "${database_name}"\ndatabase_id = "${database_id}"\n`,
  )
}

const tomls = TENANT_WORKERS.map((worker) => join(ROOT, CONFIGS[worker]))
const bound = new Map(tomls.flatMap(slotsIn).map((slot) => [slot.binding, slot]))
for (const toml of tomls) {
  const has = new Set(slotsIn(toml).map(({ binding }) => binding))
  for (const slot of bound.values()) if (!has.has(slot.binding)) bind(toml, slot)
}
const highest = Math.max(0, ...[...bound.keys()].map((binding) => Number(binding.slice(2))))
for (let n = highest + 1; n <= highest + count; n++) {
  const binding = `T_${String(n).padStart(4, '0')}`
  const database_name = `shixun-t-${String(n).padStart(4, '0')}`
  const made = spawnSync('wrangler', ['d1', 'create', database_name, '--location', 'apac'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  const database_id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(made.stdout ?? '')?.[0]
  if (made.status !== 0 || !database_id) {
    console.error(
      `${database_name} was not created: ${made.stderr || made.stdout}\nWhat came before it stands; run this again when the cause is mended.`,
    )
    process.exit(1)
  }
  for (const toml of tomls) bind(toml, { binding, database_name, database_id })
  console.log(`${binding} ${database_id}`)
}
console.log(
  'Now deploy: node scripts/deploy.ts. Within the hour the jobs worker migrates the new databases and lists them.',
)
