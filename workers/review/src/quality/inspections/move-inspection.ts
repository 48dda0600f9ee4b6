import { commit, type JournalEvent } from '@shixun/db/commit'
import { insertMany, type Statement, statement, updateSeen } from '@shixun/db/statement'
import { tasks } from '@shixun/db/tenant/schema/house'
import { inspections } from '@shixun/db/tenant/schema/inspections'
import { INSPECTION, INSPECTION_SHEET } from '@shixun/domain/quality/inspections/inspection'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arriveMany, decide, refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { inspectionView } from './inspection-card.ts'
import { loadInspection } from './load-inspection.ts'
import { visitTask } from './visit-task.ts'

type Given = { params: { id: string }; body: { note?: string | undefined } }

async function moved(scene: ReviewScene, { params, body }: Given, action: 'release' | 'cancel'): Promise<Verdict> {
  const found = await loadInspection(scene, params.id, `inspection.${action}`)
  if (!found) return refuse({ code: 'not-found' })
  const { row, sheets, photos } = found
  const decided = decide(scene, { machine: INSPECTION, row, action, note: body.note })
  if (!decided.ok) return decided
  const { to, version, event, follow } = decided.value
  const set = { state: to, ...(action === 'release' ? { releasedAt: scene.now } : {}) }
  const gone = action === 'cancel'
  const after = gone
    ? sheets.map((sheet) => ({ ...sheet, state: 'cancelled' as const, version: sheet.version + 1 }))
    : sheets
  const ended: JournalEvent[] = gone
    ? sheets.map((sheet) => ({
        entity: sheet.id,
        version: sheet.version + 1,
        verb: 'cancel',
        before: { state: sheet.state },
        after: { state: 'cancelled' },
      }))
    : []
  const statements: Statement[] = [updateSeen(inspections, row, set), ...follow]
  if (gone) {
    statements.push(
      statement(
        "UPDATE inspection_sheets SET state = 'cancelled', version = version + 1 WHERE inspection_id = ?",
        row.id,
      ),
    )
    for (const state of ['open', 'sealed'] as const) {
      const those = sheets.filter((sheet) => sheet.state === state).map(({ id }) => ({ id, title: '' }))
      if (those.length > 0)
        statements.push(...arriveMany(scene, INSPECTION_SHEET, those, state, 'cancelled', () => ({})))
    }
  } else {
    const news = ['school_admin', 'provider'].map((role) => ({
      id: scene.newId('tsk'),
      entity: row.id,
      kind: 'inspection.released',
      title: visitTask(row),
      role,
      unit: row.unitId,
      dueOn: null,
      createdAt: scene.now,
    }))
    statements.push(insertMany(tasks, news))
  }
  const answer = inspectionView(scene, { ...row, ...set, version }, after, photos)
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event, ...ended],
    statements,
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}

/** 公布考察结果：the unit reads the records and photographs from then on. */
export function releaseInspection(scene: ReviewScene, given: Given): Promise<Verdict> {
  return moved(scene, given, 'release')
}

/** 取消考察，with its reason; what was filled in stays and counts no more. */
export function cancelInspection(scene: ReviewScene, given: Given): Promise<Verdict> {
  return moved(scene, given, 'cancel')
}

/** 改期：before anybody has sealed a record. */
export async function amendInspection(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: { visitOn: string; purpose: string } },
): Promise<Verdict> {
  const found = await loadInspection(scene, params.id, 'inspection.write')
  if (!found) return refuse({ code: 'not-found' })
  const { row, sheets, photos } = found
  if (scene.seen !== null && scene.seen !== row.version) return refuse({ code: 'version-stale' })
  if (row.state !== 'planned') return refuse({ code: 'state-refuses', facts: { state: INSPECTION.states[row.state] } })
  if (body.visitOn !== row.visitOn && body.visitOn < chinaDate(scene.now))
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/visitOn', problem: 'before_today' }] })
  const version = row.version + 1
  const answer = inspectionView(scene, { ...row, ...body, version }, sheets, photos)
  const event = {
    entity: row.id,
    version,
    verb: 'edit',
    before: { visitOn: row.visitOn },
    after: { visitOn: body.visitOn },
  }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [
      updateSeen(inspections, row, body),
      statement(
        'UPDATE tasks SET due_on = ? WHERE done_at IS NULL AND entity IN (SELECT value FROM json_each(?))',
        body.visitOn,
        JSON.stringify(sheets.map(({ id }) => id)),
      ),
    ],
    storedAnswer(200, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version })
}
