import { commit } from '@shixun/db/commit'
import { type Statement, updateSeen } from '@shixun/db/statement'
import { enterGap, leaveGap } from '@shixun/db/tenant/gaps'
import { scoresheets } from '@shixun/db/tenant/schema/quality'
import { sheetsToSubmit } from '@shixun/db/tenant/scoring'
import { unitLimit } from '@shixun/domain/identity/permission'
import { SCORESHEET } from '@shixun/domain/quality/lifecycles'
import { type FieldProblem, ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arriveMany, refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { PANEL_OVER, panelCounts, stillScoring } from './move-sheet.ts'
import { sealForSubmission } from './seal-for-submission.ts'
import { neutralLabel } from './sheet-card.ts'

type Asked = { id: string; version: number }
type Row = ReturnType<ReturnType<typeof sheetsToSubmit>['decode']>

/** 一并提交：all of them are sealed by one batch, or none, with everything that stands in the way told at once. */
export async function submitScoresheets(scene: ReviewScene, { body }: { body: { sheets: Asked[] } }): Promise<Verdict> {
  const limit = unitLimit(scene.visitor, 'scoresheet.submit')
  const ids = body.sheets.map(({ id }) => id)
  const [found] = await scene.store.tenant.read(sheetsToSubmit({ ids: JSON.stringify(ids) }))
  const own = new Map(found.filter((row) => limit === null || row.expertId === limit).map((row) => [row.id, row]))
  const fields: FieldProblem[] = []
  const statements: Statement[] = []
  const events = []
  const items = []
  const rows: (Row & { title: string })[] = []
  for (const [index, asked] of body.sheets.entries()) {
    const row = own.get(asked.id)
    const at = `/sheets/${index}`
    if (!row) return refuse({ code: 'not-found' })
    if (ids.indexOf(asked.id) !== index) fields.push({ pointer: at, problem: 'duplicate' })
    else if (row.panelState !== 'scoring') return refuse(PANEL_OVER)
    else if (row.state !== 'declared')
      return refuse({ code: 'state-refuses', facts: { state: SCORESHEET.states[row.state] } })
    else if (row.version !== asked.version) return refuse({ code: 'version-stale' })
    else {
      const sealed = await sealForSubmission(scene, row)
      if (!sealed.ok) {
        fields.push(...sealed.refusal.map((one) => ({ ...one, pointer: at + one.pointer })))
        continue
      }
      const { set, after } = sealed.value
      const version = row.version + 1
      const rule = row.rubric.disagreement
      events.push({
        entity: row.id,
        version,
        verb: 'submit',
        before: { state: row.state },
        after: { state: 'submitted', ...after },
      })
      statements.push(
        leaveGap(row, rule),
        updateSeen(scoresheets, row, { ...set, state: 'submitted' }),
        enterGap(row, rule),
      )
      items.push({ id: row.id, version, label: neutralLabel(row.id), total: set.total / 100 })
      // a sealed sheet waits for nobody: no task bears this title
      rows.push({ ...row, title: '' })
    }
  }
  if (fields.length > 0) return refuse({ code: 'invalid-input', fields })
  const [first, ...others] = events
  if (!first) return refuse({ code: 'not-found' })
  const panels = [...new Set(rows.map(({ panelId }) => panelId))]
  const counted = panels.map((panelId) =>
    panelCounts({ panelId }, { total: 0, in: rows.filter((row) => row.panelId === panelId).length }),
  )
  const answer = { items }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [first, ...others],
    [
      ...panels.map(stillScoring),
      ...statements,
      ...counted,
      ...arriveMany(scene, SCORESHEET, rows, 'declared', 'submitted', ({ expertId }) => ({ expert: expertId })),
    ],
    storedAnswer(200, answer),
  )
  return refusal ? refuse(refusedWrite(refusal, { scoring: PANEL_OVER })) : ok({ body: answer })
}
