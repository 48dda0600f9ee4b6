import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, parse, resolve, sep } from 'node:path'
import { ROOT } from './install.mjs'

const MARK = 'shixun.json'
const RUNNING = 'running.json'
/** What the product and its runtime write into a state folder. Nothing else is ever removed. */
const OWN = [
  'cache',
  'd1',
  'r2',
  'kv',
  'queues',
  'ratelimit',
  'workflows',
  'secrets.json',
  'demo-province-client.json',
  RUNNING,
  MARK,
]

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/** The folder of the local data: SHIXUN_STATE, or .wrangler/state of the repository. */
export function stateFolder() {
  return resolve(ROOT, process.env.SHIXUN_STATE ?? '.wrangler/state')
}

export function readMark(state) {
  const mark = readJson(join(state, MARK))
  return mark?.madeBy === 'shixun' ? mark : null
}

export function writeMark(state, mark) {
  mkdirSync(state, { recursive: true })
  writeFileSync(join(state, MARK), JSON.stringify(mark, null, 2))
}

/** Whether databases stand in the folder that we did not mark as ours. */
export function foreignData(state) {
  return readMark(state) === null && existsSync(join(state, 'd1'))
}

/** Why a folder must not be emptied, or null when it may. */
export function whyNotRemove(state) {
  const full = resolve(state)
  const inner = full.endsWith(sep) ? full : full + sep
  if (full === parse(full).root || full === homedir() || `${ROOT}${sep}`.startsWith(inner))
    return `${full} is not a folder of local data.`
  if (['.git', 'package.json', 'node_modules'].some((name) => existsSync(join(full, name))))
    return `${full} holds a project, not local data.`
  if (existsSync(full) && readdirSync(full).length > 0 && readMark(full) === null)
    return `${full} was not made by Shixun (it has no ${MARK}).`
  return null
}

/** Removes what we made in the folder, and the folder when nothing else is left; answers the names removed. */
export function removeState(state) {
  const reason = whyNotRemove(state)
  if (reason) throw new Error(reason)
  const names = OWN.filter((name) => existsSync(join(state, name)))
  // the mark goes last: an interrupted removal can be taken up again
  for (const name of names) rmSync(join(state, name), { recursive: true, force: true })
  if (existsSync(state) && readdirSync(state).length === 0) rmdirSync(state)
  return names
}

/** The demonstration that runs on this folder now, if any. A number left behind by a killed one does not count. */
export async function isRunning(state) {
  const running = readJson(join(state, RUNNING))
  if (!running) return null
  try {
    process.kill(running.pid, 0)
    const answer = await fetch(`http://127.0.0.1:${running.port}/healthz`, { signal: AbortSignal.timeout(2000) })
    return answer.ok ? running : null
  } catch {
    return null
  }
}

export function markRunning(state, port) {
  writeFileSync(join(state, RUNNING), JSON.stringify({ pid: process.pid, port }))
}

export function unmarkRunning(state) {
  rmSync(join(state, RUNNING), { force: true })
}
