import { commit } from '@shixun/db/commit'
import { updateSeen } from '@shixun/db/statement'
import {
  claimDispatch,
  closeRobotTask,
  delayRobot,
  openRobotTask,
  postponeDispatch,
} from '@shixun/db/tenant/dispatches'
import { dispatchesDue } from '@shixun/db/tenant/robots'
import { dispatches } from '@shixun/db/tenant/schema/robots'
import { DISPATCH } from '@shixun/domain/inbox/dispatch'
import { secondsToNextTry } from '@shixun/domain/inbox/robot'
import { decide } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { postMessage } from './post-message.ts'
import { mouthOf } from './robot-secrets.ts'

/** Below what a group takes in a minute; the sweep comes back for the rest. */
const AT_ONCE = 15
/** A sender that dies with a message in hand gives it back after this. */
const HELD_SECONDS = 120
/** Messages behind one that could not be taken wait no longer than this for their own turn. */
const LONGEST_TURN = 60

type Due = ReturnType<ReturnType<typeof dispatchesDue>['decode']>

const instant = (ms: number) => new Date(ms).toISOString()

async function settle(scene: RegistryScene, row: Due, action: 'deliver' | 'bury', error: string | null): Promise<void> {
  const { store, now } = scene
  const decided = decide(scene, { machine: DISPATCH, row, action, note: error ?? undefined })
  if (!decided.ok) return
  const { to, event } = decided.value
  const title = `群机器人“${row.name}”有消息没有送达：${error ?? ''}`
  const task =
    to === 'dead' && row.event !== 'test'
      ? openRobotTask({ id: scene.newId('tsk'), robot: row.robotId, title, now })
      : closeRobotTask(row.robotId, now)
  const set = { state: to, error, settledAt: now }
  await commit(store.tenant, scene.hand, [event], [updateSeen(dispatches, row, set), task], null)
  if (to === 'dead' && row.event !== 'test')
    console.error(
      JSON.stringify({
        level: 'alarm',
        alarm: 'robot-dead',
        district: store.tenant.district.slug,
        robot: row.robotId,
        dispatch: row.id,
        error,
      }),
    )
}

/** Sends one message; answers the seconds until it is tried again, null when it is settled or in other hands. */
async function sendOne(scene: RegistryScene, row: Due): Promise<number | null> {
  const { store } = scene
  const { wallMs } = store.robots
  const held = await store.tenant.write(claimDispatch(row, instant(wallMs() + HELD_SECONDS * 1000)))
  if (held) return null
  const mouth = await mouthOf(store, { ...row, id: row.robotId })
  const words = { title: row.title, lines: row.body.split('\n') }
  const outcome = mouth
    ? await postMessage(mouth, words, wallMs())
    : { kind: 'never' as const, reason: '地址无法解密，请重新填写' }
  if (outcome.kind === 'sent') await settle(scene, row, 'deliver', null)
  if (outcome.kind === 'sent') return null
  const seconds = outcome.kind === 'later' ? secondsToNextTry(row.attempts + 1) : null
  if (seconds === null) await settle(scene, row, 'bury', outcome.reason)
  else {
    const later = (wait: number) => instant(wallMs() + wait * 1000)
    await store.tenant.write([
      delayRobot(row.robotId, later(Math.min(seconds, LONGEST_TURN))),
      postponeDispatch(row.id, later(seconds), outcome.reason),
    ])
  }
  return seconds
}

/** One robot's messages one after the other; after one that it could not take now, the others wait for the next round. */
async function sendAll(scene: RegistryScene, rows: readonly Due[]): Promise<number | null> {
  for (const row of rows) {
    const seconds = await sendOne(scene, row)
    if (seconds !== null) return seconds
  }
  return null
}

/**
 * Sends what is due; a robot that is slow holds up no other, and a message is in one sender's hands at a time. Answers
 * the shortest wait until something that failed now is tried again, null when nothing failed.
 */
export async function sendWaiting(scene: RegistryScene): Promise<number | null> {
  const { store } = scene
  const [due] = await store.tenant.read(dispatchesDue({ wall: instant(store.robots.wallMs()), limit: AT_ONCE }))
  const robots = [...new Set(due.map(({ robotId }) => robotId))]
  const rowsOf = (robot: string) => due.filter(({ robotId }) => robotId === robot)
  const waits = await Promise.all(robots.map((robot) => sendAll(scene, rowsOf(robot))))
  const again = waits.filter((seconds) => seconds !== null)
  return again.length > 0 ? Math.min(...again) : null
}
