import { commit, type JournalEvent } from '@shixun/db/commit'
import type { Statement } from '@shixun/db/statement'
import type { Evidence } from '@shixun/domain/credits/ledger-entry'
import type { Way } from '@shixun/domain/delivery/attendance'
import { compareInstants } from '@shixun/domain/shared/china-time'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { storedAnswer } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { ATTENDANCE_CLOSED, enterStatements, markEntity, type NewMark, stillOpen } from './attendance-writes.ts'
import type { SessionRow } from './load-session.ts'
import { EVIDENCE_TAKEN } from './take-evidence.ts'

/** Somebody of the roster with what stands for them at the session. */
type OnRoster = {
  id: string
  name: string
  schoolName: string
  way: Way | null
  minutes: number | null
  markVersion: number | null
}

/** How presence at a session is known when somebody enters it: by its channel. */
export function wayOf({ channel }: Pick<SessionRow, 'channel'>): Way {
  if (channel === 'online') return 'online'
  return channel === 'school_based' || channel === 'practice' ? 'school_based' : 'hand'
}

/** Why nothing can be entered for a session now, or null. */
export function refuseEntering(scene: DeliveryScene, session: SessionRow): Refusal | null {
  if (session.state === 'cancelled') return { code: 'state-refuses', facts: { state: '课次已取消' } }
  if (session.cohortState !== 'ready' && session.cohortState !== 'running')
    return {
      code: 'state-refuses',
      facts: { state: session.cohortState.startsWith('conclu') ? '班次已结班，考勤不再变动' : '班次尚未开班' },
    }
  if (compareInstants(scene.now, session.startsAt) < 0)
    return { code: 'state-refuses', facts: { state: '还没有到上课时间' } }
  return null
}

type Entered = { person: OnRoster; minutes: number }
type Entering = {
  session: SessionRow
  rows: readonly Entered[]
  way: Way
  reason: string
  evidence: readonly Evidence[]
  statements: readonly Statement[]
  answer: unknown
}

/** Enters what changes, each with its reason and what stood before, in one batch. */
export async function enterMarks(scene: DeliveryScene, given: Entering): Promise<Refusal | null> {
  const { session, reason, evidence } = given
  const marks = given.rows.map(
    ({ person, minutes }): NewMark => ({
      ...{ sessionId: session.id, enrolmentId: person.id, way: given.way, minutes, reason, evidence },
      version: (person.markVersion ?? 0) + 1,
    }),
  )
  const events = given.rows.map(
    ({ person, minutes }): JournalEvent => ({
      entity: markEntity(session.id, person.id),
      version: (person.markVersion ?? 0) + 1,
      verb: person.markVersion === null ? 'enter' : 'correct',
      before: person.markVersion === null ? undefined : { way: person.way, minutes: person.minutes },
      after: { way: given.way, minutes, evidence: evidence.map(({ sha256 }) => sha256) },
      note: reason,
    }),
  )
  const [first, ...others] = events
  if (!first) return null
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [first, ...others],
    [stillOpen(session.id, 'hand'), ...enterStatements(marks, scene.now), ...given.statements],
    storedAnswer(200, given.answer),
  )
  return refusal && refusedWrite(refusal, { ...ATTENDANCE_CLOSED, ...EVIDENCE_TAKEN })
}
