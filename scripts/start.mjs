import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { followParent } from './follow-parent.mjs'
import { ensureInstalled, giveUp, inside, NODE, ROOT, withFiles } from './install.mjs'

const ENDING = 5000

function portOf(text) {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    giveUp(`PORT must be a number from 1 to 65535, not "${text}".`)
  return port
}

function checkPort(port) {
  return new Promise((free) => {
    const server = createServer()
    server.once('error', (error) => {
      if (error.code === 'EADDRINUSE')
        giveUp(
          `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port === 65535 ? 8787 : port + 1} npm start`,
        )
      if (error.code === 'EACCES')
        giveUp(`Port ${port} needs more rights than you have. Choose one above 1023: PORT=8787 npm start`)
      giveUp(`Port ${port} cannot be opened: ${error.message}`)
    })
    server.listen(port, '127.0.0.1', () => server.close(() => free()))
  })
}

const port = portOf(process.env.PORT ?? '8787')
await checkPort(port)
await ensureInstalled()

const [program, args] = withFiles(NODE, [
  '--disable-warning=ExperimentalWarning',
  join(ROOT, 'scripts', 'demonstration.ts'),
])
const child = spawn(program, args, { cwd: ROOT, env: inside({ PORT: String(port) }), stdio: 'inherit' })
let ending = false
function end() {
  ending = true
  child.kill('SIGTERM')
  setTimeout(() => child.kill('SIGKILL'), ENDING).unref()
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end)
if (process.env.npm_lifecycle_event) followParent(end)
child.on('exit', (code) => process.exit(ending ? 0 : (code ?? 1)))
