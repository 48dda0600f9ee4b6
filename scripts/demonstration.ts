import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildWeb, webIsStale } from './build-web.ts'
import { type DemoAccount, demonstrationAccounts } from './demo/accounts.ts'
import { openChatGroup } from './demo/chat-group.ts'
import { seedDemonstration } from './demo/seed.ts'
import { followParent } from './follow-parent.mjs'
import { type Constellation, ROOT, raise } from './local/constellation.ts'
import {
  foreignData,
  isRunning,
  markRunning,
  readMark,
  removeState,
  stateFolder,
  unmarkRunning,
  writeMark,
} from './state-folder.mjs'

const TICK_MS = 2000
const PORT = Number(process.env['PORT'] ?? 8787)
/** The chat group of the demonstration lives so far beside the product. */
const CHAT_PORT = PORT > 64_000 ? PORT - 1000 : PORT + 1000

function say(text: string): void {
  console.log(text)
}

function migrationHashes(): Record<string, string> {
  const folder = join(ROOT, 'migrations')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.sql'))
  const hash = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex')
  return Object.fromEntries(files.sort().map((name) => [name, hash(name)]))
}

/** Migrations only go forward: data made by one that has changed since cannot be read. */
function changedMigration(made: Record<string, string>, now: Record<string, string>): string | undefined {
  return Object.keys(made).find((name) => now[name] !== made[name])
}

/** Makes the folder ready; answers whether the demonstration is still to be seeded. */
async function prepareState(state: string): Promise<boolean> {
  if (foreignData(state))
    throw new Error(
      `${state} holds databases that Shixun did not make. Choose another folder: SHIXUN_STATE=… npm start`,
    )
  const running = await isRunning(state)
  if (running)
    throw new Error(
      `Another demonstration runs on ${state} (process ${running.pid}, port ${running.port}). Stop it, or choose another folder: SHIXUN_STATE=… npm start`,
    )
  const mark = readMark(state)
  if (mark?.phase === 'seeding') {
    say('The last start was interrupted while it made the demonstration: starting over.')
    removeState(state)
  }
  const migrations = migrationHashes()
  const ready = mark?.phase === 'ready'
  const changed = ready ? changedMigration(mark.migrations, migrations) : undefined
  if (changed)
    throw new Error(
      `The local data was made by another version of the code (migrations/${changed} has changed). Remove it: npm run reset`,
    )
  writeMark(state, { madeBy: 'shixun', phase: ready ? 'ready' : 'seeding', migrations })
  return !ready
}

function accountTable(accounts: readonly DemoAccount[]): string {
  const rows = accounts.map(({ role, district, name, username, password }) => [
    role,
    district ?? '—',
    username,
    password,
    name,
  ])
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`).join('\n')
}

function greet(accounts: readonly DemoAccount[], chat: string | undefined): void {
  say(`
Accounts (role, district, user name, password, name):
${accountTable(accounts)}

What to try:
  sign in as jinshui.office and look at 待办; open a call, or screen what schools handed in
  sign in as jinshui.school1, declare a project and submit it; as jinshui.expert2, score one
  move the clock on top of the page to live through a notice of five working days
  as jinshui.school1 open 班次 and nominate teachers; as jinshui.teacher look at 成长档案 and 结业证书; as jinshui.office try a new 学分办法
  as zhengzhou.curator list a nomination; as gongyi.office search 班主任 in the catalogue and take it over
${chat ? `  register a chat robot under 系统设置 as the office: what it says appears at ${chat}\n` : ''}  the API: http://127.0.0.1:${PORT}/api/docs
Ctrl+C ends it. npm run reset removes the data.
`)
}

/** Runs the sweep of the jobs worker as production's clock would; a slow one is never overtaken. */
function startTicking(constellation: Constellation): () => void {
  let busy = false
  const timer = setInterval(async () => {
    if (busy) return
    busy = true
    await constellation.tick().catch((error: unknown) => console.error(`sweep: ${error}`))
    busy = false
  }, TICK_MS)
  return () => clearInterval(timer)
}

function plain(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  if (/ENOSPC|SQLITE_FULL|disk is full/i.test(text)) return 'The disk is full. Free some space and run npm start again.'
  if (/EADDRINUSE|Address already in use/i.test(text))
    return `Port ${PORT} is taken by another program. Choose another port: PORT=${PORT + 1} npm start`
  if (/EMFILE|too many open files/i.test(text))
    return 'Too few open files are allowed (each local database takes three): ulimit -n 4096, then npm start.'
  if (/EACCES|EPERM|EROFS/.test(text)) return `No permission: ${text}`
  return text
}

let ending = false

async function main(): Promise<void> {
  if (webIsStale()) {
    say('Building the web client …')
    await buildWeb()
  }
  const state = stateFolder()
  const unseeded = await prepareState(state)
  say('Starting the workers …')
  const { accounts } = demonstrationAccounts()
  const onLog = (level: string, message: string) =>
    level === 'error' || level === 'warn' ? console.error(message) : undefined
  const chat = await openChatGroup(CHAT_PORT)
  const constellation = await raise({
    state,
    port: PORT,
    demonstration: JSON.stringify({ accounts }),
    robotHosts: chat ? [chat.origin] : [],
    onLog,
  })
  markRunning(state, PORT)
  let stopTicking = () => {}
  const end = async (code: number) => {
    stopTicking()
    unmarkRunning(state)
    chat?.stop()
    await constellation.stop().catch(() => {})
    process.exit(code)
  }
  const leave = () => {
    if (ending) return
    ending = true
    say('\nStopping …')
    void end(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // Miniflare's own listener would end the process before the databases are closed
    process.removeAllListeners(signal)
    process.on(signal, leave)
  }
  followParent(leave)
  if (unseeded) {
    say('Making the demonstration province (once) …')
    await seedDemonstration(constellation, state, say)
    writeMark(state, { madeBy: 'shixun', phase: 'ready', migrations: migrationHashes() })
  }
  if (ending) return
  stopTicking = startTicking(constellation)
  greet(accounts, chat?.origin)
  say(`Ready on http://127.0.0.1:${PORT}`)
}

main().catch((error: unknown) => {
  // what was under way when the end was asked for
  if (ending) return
  console.error(`\n${plain(error)}`)
  if (process.env['DEBUG']) console.error(error)
  process.exit(1)
})
