import { spawn } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..')
export const BIN = join(ROOT, 'node_modules', '.bin')
/** Node 24 of the `node` package: Wrangler needs more than the Node 20 that a machine may have. */
export const NODE = join(BIN, process.platform === 'win32' ? 'node.cmd' : 'node')

const PLAIN = [
  [/ENOSPC/, 'The disk is full. Free about 1 GB and run the command again.'],
  [/EACCES|EPERM/, `No permission to write to ${ROOT}. Run as the owner of the folder, or move the folder.`],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network request/i,
    'The npm registry cannot be reached. Check the network or the proxy (npm config get registry), then run the command again.',
  ],
  [/EUSAGE|in sync/, 'package.json and package-lock.json do not agree. Restore package-lock.json from the repository.'],
]

/** What went wrong, in a sentence that says what to do. */
export function plainReason(output) {
  return PLAIN.find(([pattern]) => pattern.test(output))?.[1] ?? 'The installation failed; what npm said stands above.'
}

/** Whether node_modules is there, whole, and not older than the lock file. npm writes its own lock last. */
export function isInstalled(root = ROOT) {
  const written = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(written) || !existsSync(join(root, 'node_modules', '.bin', 'node'))) return false
  return statSync(written).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
}

/** The environment without the packages' own commands: npm replaces the very node that stands there. */
function outside() {
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((entry) => !entry.includes(join('node_modules', '.bin')))
  return { ...process.env, PATH: path.join(delimiter) }
}

/** The environment with the packages' own commands, Node 24 among them. */
export function inside(more = {}) {
  return { ...process.env, PATH: `${BIN}${delimiter}${process.env.PATH ?? ''}`, ...more }
}

function npmCi() {
  const { npm_execpath: npm, npm_node_execpath: node } = process.env
  const [command, ...first] =
    npm && node && existsSync(node) && !node.includes(join('node_modules', '.bin')) ? [node, npm] : ['npm']
  return new Promise((done) => {
    const child = spawn(command, [...first, 'ci', '--no-audit', '--no-fund'], {
      cwd: ROOT,
      env: outside(),
      stdio: ['ignore', 'inherit', 'pipe'],
      shell: process.platform === 'win32',
    })
    let heard = ''
    child.stderr.on('data', (bytes) => {
      heard = `${heard}${bytes}`.slice(-20_000)
      process.stderr.write(bytes)
    })
    child.on('error', (error) => done({ code: 1, heard: `${heard}${error.message}` }))
    child.on('close', (code) => done({ code: code ?? 1, heard }))
  })
}

/** Ends the process with a sentence for people. */
export function giveUp(sentence) {
  console.error(`\n${sentence}`)
  process.exit(1)
}

/** Refuses a Node that is older than the packages' own installation needs. */
function checkNode() {
  if (Number(process.versions.node.split('.')[0]) < 20)
    giveUp(`Node ${process.versions.node} is too old: 20 or newer is needed.`)
}

/** Installs the packages of the lock file unless they stand already. An interrupted installation is started over. */
export async function ensureInstalled() {
  checkNode()
  if (isInstalled()) return
  console.log('Installing packages (npm ci), a minute or two the first time …')
  const { code, heard } = await npmCi()
  if (code !== 0) giveUp(plainReason(heard))
}

/** Runs a program with as many open files as the machine allows: each local database takes three. */
export function withFiles(program, args) {
  if (process.platform === 'win32') return [program, args]
  return ['/bin/sh', ['-c', 'ulimit -n "$(ulimit -Hn)" 2>/dev/null; exec "$@"', 'sh', program, ...args]]
}
