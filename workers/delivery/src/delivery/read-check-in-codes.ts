import { type AttendanceRules, checkInSpan } from '@shixun/domain/delivery/attendance'
import { codeText, windowAt, windowStart } from '@shixun/domain/delivery/check-in-code'
import { compareInstants } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DeliveryScene } from '../store.ts'
import { signedCode } from './check-in-mac.ts'
import { loadSession, type SessionRow } from './load-session.ts'

/** A screen that loses the network goes on for so long. */
const AHEAD_MS = 75_000

function phaseOf(scene: DeliveryScene, session: SessionRow, rules: AttendanceRules) {
  if (session.state !== 'planned') return session.state
  if (session.cohortState !== 'ready' && session.cohortState !== 'running') return 'not_running'
  const { from, to } = checkInSpan(session, rules)
  if (compareInstants(scene.now, from) < 0) return 'early'
  return compareInstants(scene.now, to) > 0 ? 'closed' : 'open'
}

/**
 * 签到屏：the codes of the next minute and how many are there. They are made, not stored: beside the look-up of the session
 * of who asks it is one read, and the screen turns its codes over by itself.
 */
export async function readCheckInCodes(scene: DeliveryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const loaded = await loadSession(scene, params.id, 'attendance.write')
  if (!loaded) return refuse({ code: 'not-found' })
  const { session, rules } = loaded
  const now = scene.store.wallMs()
  const phase = phaseOf(scene, session, rules)
  const first = windowAt(now, rules)
  const count = phase === 'open' ? Math.ceil(AHEAD_MS / (rules.rotateSeconds * 1000)) + 1 : 0
  const codes = await Promise.all(
    Array.from({ length: count }, async (_, n) => ({
      code: codeText(await signedCode(scene, session.id, first + n)),
      from: windowStart(first + n, rules),
      to: windowStart(first + n + 1, rules),
    })),
  )
  const { cohortId, cohortTitle, topic, place, minutes, startsAt, endsAt, present, taken } = session
  const shown = { cohortId, cohortTitle, topic, place, minutes, startsAt, endsAt, present, taken }
  const body = { now, rotateSeconds: rules.rotateSeconds, codes, ...shown, ...checkInSpan(session, rules), phase }
  return ok({ body })
}
