import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { unstable_readConfig } from 'wrangler'
import { deployOrder } from './deploy-order.ts'
import { CONFIGS, ROOT } from './local/constellation.ts'

/** `node scripts/deploy.ts [--dry-run]`: deploys the workers, callees first. Stops at the first that fails. */
const dryRun = process.argv.includes('--dry-run')
const configs = Object.values(CONFIGS).map((path) => {
  const { name, services } = unstable_readConfig({ config: join(ROOT, path) })
  return { path, name: name ?? path, services: (services ?? []).map(({ service }: { service: string }) => service) }
})
for (const { path, name } of deployOrder(configs)) {
  console.log(`${dryRun ? 'Trying' : 'Deploying'} ${name}`)
  const run = spawnSync('wrangler', ['deploy', '-c', path, ...(dryRun ? ['--dry-run'] : [])], {
    cwd: ROOT,
    stdio: 'inherit',
  })
  if (run.status !== 0) {
    console.error(`${name} was not deployed. What came before it stands; mend the cause and run this again.`)
    process.exit(1)
  }
}
