import { commit, type JournalEvent } from '@shixun/db/commit'
import { insert, insertMany, statement } from '@shixun/db/statement'
import { formsOfCall } from '@shixun/db/tenant/call-design'
import { applicationsOfCallInState, callById } from '@shixun/db/tenant/calls'
import { expertsByIds } from '@shixun/db/tenant/roster'
import { panels, scoresheets } from '@shixun/db/tenant/schema/quality'
import { APPLICATION } from '@shixun/domain/calls/application'
import type { FormField, FormValues } from '@shixun/domain/calls/form'
import { assignPanel } from '@shixun/domain/quality/assign-panel'
import { PANEL, SCORESHEET } from '@shixun/domain/quality/lifecycles'
import type { ConflictCard } from '@shixun/domain/quality/panel-result'
import { seededOrder } from '@shixun/domain/quality/seeded-order'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arrive, arriveMany, refusedWrite } from '@shixun/tenant/move'
import type { DistrictScene } from '../store.ts'
import { applicationConflicts } from './application-conflicts.ts'
import { panelView } from './panel-card.ts'

type Body = { callId: string; expertIds: string[]; size?: number | undefined; seed?: string | undefined }

/** What an application says its subject or phase is, by the field of its form that means it. */
function word(form: readonly FormField[], values: FormValues, means: 'subject' | 'phase'): string | null {
  const field = form.find((one) => one.means === means)
  const value = field ? values[field.key] : undefined
  return typeof value === 'string' ? value : null
}

/**
 * 组成评审组：every screened application of the call gets its experts by a recorded draw. Conflicts are computed before
 * anybody sees anything; an expert whom a conflict bars from an item is recorded there as recused by the system.
 */
export async function formPanel(scene: DistrictScene, { body }: { body: Body }): Promise<Verdict> {
  const [[call], forms, items, experts] = await scene.store.tenant.read(
    callById({ id: body.callId }),
    formsOfCall({ call: body.callId }),
    applicationsOfCallInState({ call: body.callId, state: 'screened' }),
    expertsByIds({ ids: JSON.stringify(body.expertIds) }),
  )
  if (!call) return refuse({ code: 'not-found' })
  const unknown = body.expertIds.flatMap((id, index) =>
    experts.some((expert) => expert.id === id) ? [] : [{ pointer: `/expertIds/${index}`, problem: 'not_in_district' }],
  )
  if (unknown.length) return refuse({ code: 'invalid-input', fields: unknown })
  if (call.rubricId === null || items.length === 0)
    return refuse({ code: 'state-refuses', facts: { state: '没有初审通过、等待评审的申报' } })
  const today = chinaDate(scene.now)
  const formOf = (no: number) => forms.find((form) => form.no === no)?.form ?? call.form
  const barred = new Map<string, ConflictCard[]>()
  for (const item of items)
    for (const expert of experts) {
      const found = applicationConflicts(expert, item, formOf(item.formNo), today)
      if (found.length) barred.set(`${item.id}/${expert.id}`, found)
    }
  const size = body.size ?? call.review.expertsPerItem
  const seed = body.seed ?? scene.requestId
  const assignment = assignPanel({
    items: items.map(({ id, formNo, formValues }) => ({
      id,
      subject: word(formOf(formNo), formValues, 'subject'),
      phase: word(formOf(formNo), formValues, 'phase'),
    })),
    experts: experts.map(({ id, subjects, phases }) => ({ id, subjects, phases })),
    size,
    seed,
    conflicts: [...barred.keys()].map((pair) => ({
      item: pair.slice(0, pair.indexOf('/')),
      expert: pair.slice(pair.indexOf('/') + 1),
    })),
  })
  const short = assignment.panels.find((panel) => panel.shortage)
  if (short?.shortage) {
    const title = items.find((item) => item.id === short.item)?.title ?? ''
    return refuse({
      code: 'experts-short',
      facts: { title, available: short.shortage.available, needed: short.shortage.needed },
    })
  }
  const panelId = scene.newId('pan')
  const blank = {
    panelId,
    seat: 'regular' as const,
    replaces: null,
    scores: {},
    comments: {},
    comment: '',
    total: null,
    reopenNote: null,
    declaredAt: null,
    sealedAt: null,
    version: 1,
    createdAt: scene.now,
  }
  // ids sort by time of making, and experts see their sheets by id: the drawn order tells nothing of who handed in first
  const seatsOf = new Map(assignment.panels.map((panel) => [panel.item, panel.experts]))
  const seated = seededOrder(seatsOf.keys(), seed).flatMap((item) =>
    (seatsOf.get(item) ?? []).map(({ expert }) => ({
      ...blank,
      id: scene.newId('she'),
      applicationId: item,
      expertId: expert,
      state: 'assigned' as const,
      conflicts: [],
    })),
  )
  const recused = [...barred].map(([pair, conflicts]) => ({
    ...blank,
    id: scene.newId('she'),
    applicationId: pair.slice(0, pair.indexOf('/')),
    expertId: pair.slice(pair.indexOf('/') + 1),
    state: 'recused' as const,
    conflicts,
  }))
  const row = {
    id: panelId,
    callId: call.id,
    rubricId: call.rubricId,
    state: 'scoring' as const,
    size,
    method: call.review.method,
    blindness: call.review.blindness,
    seed,
    draw: null,
    dueOn: null,
    sheetsTotal: seated.length,
    sheetsIn: 0,
    gapsOpen: 0,
    gapWaived: {},
    result: null,
    concludedAt: null,
    version: 1,
    createdAt: scene.now,
  }
  const titleOf = new Map(items.map((item) => [item.id, item]))
  const nameOf = new Map(experts.map((expert) => [expert.id, expert.name]))
  const sheets = [...seated, ...recused]
  const answer = panelView(
    scene,
    row,
    sheets.map(({ id, applicationId, expertId, state, total, conflicts }) => ({
      id,
      applicationId,
      expertId,
      expertName: nameOf.get(expertId) ?? '',
      title: titleOf.get(applicationId)?.title ?? '',
      unitName: titleOf.get(applicationId)?.unitName ?? '',
      state,
      total,
      conflicts,
    })),
  )
  const moved: JournalEvent[] = items.map((item) => ({
    entity: item.id,
    version: item.version + 1,
    verb: 'assign',
    before: { state: 'screened' },
    after: { state: 'in_review', panel: panelId },
  }))
  const drawn = sheets.map(
    (sheet): JournalEvent => ({
      entity: sheet.id,
      version: 1,
      verb: 'assign',
      after: { state: sheet.state, conflicts: sheet.conflicts },
    }),
  )
  const statements = [
    insert(panels, row),
    insertMany(scoresheets, sheets),
    statement(
      `UPDATE applications SET state = 'in_review', version = version + 1, updated_at = ? WHERE id IN (SELECT value FROM json_each(?))`,
      scene.now,
      JSON.stringify(items.map((item) => item.id)),
    ),
    ...arriveMany(scene, APPLICATION, items, 'screened', 'in_review', () => ({})),
    ...arrive(scene, PANEL, { id: panelId, title: call.title }, null, row.state, {}),
    ...arriveMany(
      scene,
      SCORESHEET,
      seated.map((sheet) => ({ ...sheet, title: `“${call.title}”评审` })),
      null,
      'assigned',
      (sheet) => ({ expert: sheet.expertId }),
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
    after: { state: row.state, seed, size, items: items.length },
  }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [created, ...moved, ...drawn],
    statements,
    storedAnswer(201, answer, 1),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version: 1 })
}
