import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, inside, NODE, ROOT } from './install.mjs'

await ensureInstalled()
const args = [
  '--disable-warning=ExperimentalWarning',
  join(ROOT, 'scripts', 'replay', 'run.ts'),
  ...process.argv.slice(2),
]
const child = spawn(NODE, args, { env: inside(), stdio: 'inherit' })
child.on('exit', (code) => process.exit(code ?? 1))
