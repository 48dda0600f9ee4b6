import { commit, type JournalEvent } from '@shixun/db/commit'
import { assertion, insert, insertParts, statement } from '@shixun/db/statement'
import { panels, scoresheets } from '@shixun/db/tenant/schema/quality'
import { APPLICATION } from '@shixun/domain/calls/applications/application'
import { PANEL, SCORESHEET } from '@shixun/domain/quality/lifecycles'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arrive, arriveMany, refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { sheetTask } from '../scoring/sheet-task.ts'
import { sheetOrder } from './draw-seed.ts'
import { blankSheet } from './give-seats.ts'
import { type NamedSheet, panelView } from './panel-card.ts'
import { type PanelPlan, type PlanBody, planPanel } from './plan-panel.ts'
import { drawnReason } from './preview-panel.ts'

/** Sheets that the answer shows; all of them are the pages of the seats. */
const SHOWN = 500

type Sheet = typeof scoresheets.$inferInsert

/** The sheets of a plan: seats in a drawn order, so that their ids tell nothing of who handed in first, then those barred. */
function sheetsOf(scene: ReviewScene, plan: PanelPlan, panelId: string): { seated: Sheet[]; recused: Sheet[] } {
  const drawn = new Map(plan.draw.items.map(([id, subject, phase]) => [id, { id, subject, phase }]))
  const seatsOf = new Map(plan.assignment.panels.map(({ item, experts }) => [item, experts]))
  const sheet = (applicationId: string, expertId: string) => ({
    ...blankSheet(scene, panelId),
    id: scene.newId('she'),
    applicationId,
    expertId,
  })
  const seated = sheetOrder(seatsOf.keys(), plan.seed).flatMap((id) => {
    const item = drawn.get(id)
    return (seatsOf.get(id) ?? []).map((seat) => ({
      ...sheet(id, seat.expert),
      why: item ? drawnReason(item, seat) : null,
    }))
  })
  const recused = [...plan.barred].flatMap(([id, ofItem]) =>
    [...ofItem].map(([expert, conflicts]) => ({ ...sheet(id, expert), state: 'recused' as const, conflicts })),
  )
  return { seated, recused }
}

function shown(plan: PanelPlan, sheets: readonly Sheet[]): NamedSheet[] {
  const itemOf = new Map(plan.items.map((item) => [item.id, item]))
  const nameOf = new Map(plan.experts.map(({ id, name }) => [id, name]))
  return sheets.slice(0, SHOWN).map(({ id, applicationId, expertId, state, conflicts }) => ({
    id,
    applicationId,
    expertId,
    expertName: nameOf.get(expertId) ?? '',
    title: itemOf.get(applicationId)?.title ?? '',
    unitName: itemOf.get(applicationId)?.unitName ?? '',
    state,
    total: null,
    conflicts,
  }))
}

/**
 * 组成评审组：every screened application of the call gets its experts by a recorded draw. Conflicts are computed before
 * anybody sees anything; an expert whom a conflict bars from an item is recorded there as recused by the system.
 */
export async function formPanel(
  scene: ReviewScene,
  { body }: { body: PlanBody & { seed?: string | undefined } },
): Promise<Verdict> {
  const planned = await planPanel(scene, body)
  if (!planned.ok) return planned
  const plan = planned.value
  const { call, items, seed, size, dueOn } = plan
  if (body.seed !== undefined && body.seed !== seed) return refuse({ code: 'draw-changed' })
  const short = plan.assignment.panels.find((panel) => panel.shortage)
  if (short?.shortage) {
    const title = items.find((item) => item.id === short.item)?.title ?? ''
    return refuse({
      code: 'experts-short',
      facts: { title, available: short.shortage.available, needed: short.shortage.needed },
    })
  }
  const panelId = scene.newId('pan')
  const { seated, recused } = sheetsOf(scene, plan, panelId)
  const row = {
    id: panelId,
    callId: call.id,
    rubricId: call.rubricId,
    state: 'scoring' as const,
    size,
    method: call.review.method,
    blindness: call.review.blindness,
    seed,
    dueOn,
    sheetsTotal: seated.length,
    sheetsIn: 0,
    gapsOpen: 0,
    gapWaived: {},
    result: null,
    concludedAt: null,
    round: 0,
    version: 1,
    createdAt: scene.now,
  }
  const sheets = [...seated, ...recused]
  const answer = panelView(scene, row, shown(plan, sheets))
  const moved: JournalEvent[] = items.map((item) => ({
    entity: item.id,
    version: item.version + 1,
    verb: 'assign',
    before: { state: 'screened' },
    after: { state: 'in_review', panel: panelId },
  }))
  const drawn = sheets.map(
    ({ id, applicationId, expertId, state, conflicts }): JournalEvent => ({
      entity: id,
      version: 1,
      verb: 'assign',
      after: { state, panel: panelId, application: applicationId, expert: expertId, conflicts },
    }),
  )
  const ids = JSON.stringify(items.map(({ id }) => id))
  const statements = [
    insert(panels, { ...row, draw: plan.draw }),
    ...insertParts(scoresheets, sheets),
    statement(
      `UPDATE applications SET state = 'in_review', version = version + 1, updated_at = ?
       WHERE state = 'screened' AND id IN (SELECT value FROM json_each(?))`,
      scene.now,
      ids,
    ),
    // one that left the state since it was read has lost its race in the journal, or loses it here
    assertion(
      'still-screened',
      "SELECT count(*) = ? FROM applications WHERE state = 'in_review' AND id IN (SELECT value FROM json_each(?))",
      items.length,
      ids,
    ),
    ...arriveMany(scene, APPLICATION, items, 'screened', 'in_review', () => ({})),
    ...arrive(scene, PANEL, { id: panelId, title: call.title }, null, row.state, {}),
    ...arriveMany(
      scene,
      SCORESHEET,
      seated.map((sheet) => ({ ...sheet, title: sheetTask(call.title, sheet.id) })),
      null,
      'assigned',
      (sheet) => ({ expert: sheet.expertId }),
      dueOn,
    ),
    ...arriveMany(
      scene,
      SCORESHEET,
      recused.map(({ id }) => ({ id, title: '' })),
      null,
      'recused',
      () => ({}),
    ),
  ]
  const created = {
    entity: panelId,
    version: 1,
    verb: 'create',
    after: { state: row.state, call: call.id, seeds: plan.draw.seeds, size, dueOn, items: items.length },
  }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [created, ...moved, ...drawn],
    statements,
    storedAnswer(201, answer, 1),
  )
  return refusal
    ? refuse(refusedWrite(refusal, { 'still-screened': { code: 'version-stale' } }))
    : ok({ body: answer, version: 1 })
}
