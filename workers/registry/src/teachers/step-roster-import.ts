import { commit, type JournalEvent } from '@shixun/db/commit'
import { type Statement, updateSeen } from '@shixun/db/statement'
import {
  appliedRows,
  hangingOnApplied,
  rosterImportById,
  schoolsOfWaiting,
  teachersOfApplied,
  teachersOfWaiting,
  waitingRows,
} from '@shixun/db/tenant/roster-imports'
import { rosterImports } from '@shixun/db/tenant/schema/roster-imports'
import { ok, refuse } from '@shixun/domain/shared/result'
import { APPLIED_AT_ONCE, ROSTER_IMPORT } from '@shixun/domain/teachers/roster-import'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { decide, refusedWrite } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { applyRows } from './apply-roster-rows.ts'
import { importCard, type RosterImport, reaches } from './load-roster-import.ts'
import { revertRows } from './revert-roster-rows.ts'

/** What one step does: the counts it adds, what it writes, and the teachers it changes for the journal. */
export type Step = {
  add: Partial<Pick<RosterImport, 'applied' | 'reverted' | 'kept' | 'wrong' | 'fresh' | 'changed'>>
  statements: Statement[]
  events: JournalEvent[]
  /** Whether these were the last rows. */
  last: boolean
}

type Loaded = { row: RosterImport | undefined; step: (row: RosterImport) => Promise<Step> }

/** Reads the rows of the next step with the teachers they touch; which way it goes is only known with the import. */
async function load(scene: RegistryScene, id: string): Promise<Loaded> {
  const next = { id, limit: APPLIED_AT_ONCE }
  const [[row], waiting, teachers, schools, applied, touched, hanging] = await scene.store.tenant.read(
    rosterImportById({ id }),
    waitingRows(next),
    teachersOfWaiting(next),
    schoolsOfWaiting(next),
    appliedRows(next),
    teachersOfApplied(next),
    hangingOnApplied(next),
  )
  const forward = (one: RosterImport) => applyRows(scene, one, { rows: waiting, teachers, schools })
  const back = async (one: RosterImport) => revertRows(scene, one, { rows: applied, teachers: touched, hanging })
  return { row, step: row?.state === 'undoing' ? back : forward }
}

/** 写入或撤回下一段：at most so many rows in one batch; a step that fails leaves everything as it was. */
export async function stepRosterImport(scene: RegistryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const { row, step } = await load(scene, params.id)
  if (!reaches(scene, row)) return refuse({ code: 'not-found' })
  if (row.state !== 'applying' && row.state !== 'undoing')
    return refuse({ code: 'state-refuses', facts: { state: ROSTER_IMPORT.states[row.state] } })
  const { add, statements, events, last } = await step(row)
  const action = row.state === 'applying' ? 'finish' : 'unwind'
  const decided = decide(scene, { machine: ROSTER_IMPORT, row: { ...row, title: row.fileName }, action })
  if (!decided.ok) return decided
  const { to, version, event, follow } = decided.value
  const set = {
    applied: row.applied + (add.applied ?? 0),
    reverted: row.reverted + (add.reverted ?? 0),
    kept: row.kept + (add.kept ?? 0),
    wrong: row.wrong + (add.wrong ?? 0),
    fresh: row.fresh + (add.fresh ?? 0),
    changed: row.changed + (add.changed ?? 0),
    state: last ? to : row.state,
    updatedAt: scene.now,
  }
  const answer = importCard(scene, { ...row, ...set, version })
  const own: JournalEvent = last
    ? { ...event, after: { state: to, ...add } }
    : { entity: row.id, version, verb: 'step', after: add }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [own, ...events],
    [...statements, updateSeen(rosterImports, row, set), ...(last ? follow : [])],
    storedAnswer(200, answer, version),
  )
  // a teacher was written or registered between reading and writing: the next step sees it
  return refusal
    ? refuse(refusedWrite(refusal, { duplicate: { code: 'version-stale' } }))
    : ok({ body: answer, version })
}
