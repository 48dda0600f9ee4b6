import {
  countingEvaluation,
  panelOfAppeal,
  placesOfAppeal,
  projectOfAppeal,
  sealedSheetsOfAppeal,
} from '@shixun/db/tenant/appeal-weighing'
import { appealById } from '@shixun/db/tenant/appeals'
import { filesOf } from '@shixun/db/tenant/files'
import { rubricById } from '@shixun/db/tenant/quality'
import { APPEAL, type AppealConsequences } from '@shixun/domain/quality/appeals/appeal'
import { appealConsequences } from '@shixun/domain/quality/appeals/appeal-consequences'
import { correctInputs } from '@shixun/domain/quality/evaluations/correct-inputs'
import { concludePanel as concludeRules, separationOf } from '@shixun/domain/quality/rankings/conclude-panel'
import type { Method, Rubric } from '@shixun/domain/quality/rubrics/rubric'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { type EvaluationRow, evaluationRow, panelDigest, type UsedRubric } from '@shixun/tenant/evaluation-row'
import type { ReviewScene } from '../../store.ts'
import { appealFacts } from './appeal-card.ts'

export type Correction = { figures?: Record<string, number | null> | undefined; rubricId?: string | undefined }

const field = (pointer: string, problem: string): Refusal => ({ code: 'invalid-input', fields: [{ pointer, problem }] })

/** All that a settlement rests on, in one batch; null where there is no such appeal. */
export async function loadWeighing(scene: ReviewScene, id: string, rubricId: string | undefined) {
  const [[row], files, [counting], sheets, [panel], places, [project], [rubric]] = await scene.store.tenant.read(
    appealById({ id }),
    filesOf({ owner: id }),
    countingEvaluation({ id }),
    sealedSheetsOfAppeal({ id }),
    panelOfAppeal({ id }),
    placesOfAppeal({ id }),
    projectOfAppeal({ id }),
    rubricById({ id: rubricId ?? '' }),
  )
  return row && counting ? { row, files, counting, sheets, panel, places, project, rubric } : null
}
export type Weighing = NonNullable<Awaited<ReturnType<typeof loadWeighing>>>

/** The version that counts: the one that was used, or the published one that should have been. */
function rubricFor({ counting, rubric }: Weighing, rubricId: string | undefined): Result<UsedRubric, Refusal> {
  if (rubricId !== undefined && rubricId !== counting.rubricId) {
    if (!rubric) return refuse(field('/rubricId', 'not_in_district'))
    return rubric.state === 'draft' ? refuse(field('/rubricId', 'not_published')) : ok(rubric)
  }
  const { rubricId: id, rubric: body, rubricVersion, rubricNo, rubricLine, inputs } = counting
  // without its rubric no figure of it can be worked out again, and none is guessed
  if (!body) return refuse(field('/rubricId', 'rubric_gone'))
  const version = inputs.rubric?.version ?? rubricVersion ?? 1
  return ok({
    id,
    version,
    body,
    ...(rubricNo === null ? {} : { no: rubricNo }),
    ...(rubricLine === null ? {} : { line: rubricLine }),
  })
}

/** Severities over all sealed sheets of the panel, the further expert's among them. */
function severitiesFor({ sheets, places, panel }: Weighing, rubric: Rubric): Record<string, string> | null {
  if (panel?.method !== 'severity_adjusted') return null
  const items = places.map(({ id, title }) => ({ id, title, unitName: '' }))
  return concludeRules({ items, sheets, rubric, method: panel.method, quota: panel.review.quota }).severities
}

export type Weighed = { evaluation: EvaluationRow; consequences: AppealConsequences }

/** The evaluation that a correction leads to, beside the one that counts now, and what it means for the ranking. Writes nothing. */
export async function weighAppeal(
  scene: ReviewScene,
  loaded: Weighing,
  given: Correction & { note: string; asked: boolean },
): Promise<Result<Weighed, Refusal>> {
  const { row, counting, panel, sheets, files } = loaded
  if (row.state !== 'accepted') return refuse({ code: 'state-refuses', facts: { state: APPEAL.states[row.state] } })
  if (!appealFacts(row)['opinionIn']) return refuse({ code: 'sheets-missing', facts: { total: 1, in: 0, gaps: 0 } })
  const rubric = rubricFor(loaded, given.rubricId)
  if (!rubric.ok) return rubric
  const { figures = {} } = given
  if (row.way === 'figures' && Object.keys(figures).length === 0) return refuse(field('/figures', 'required'))
  if (row.way !== 'figures' && Object.keys(figures).length > 0) return refuse(field('/figures', 'not_this_way'))
  const own = sheets.filter(({ item }) => item === row.subjectId)
  const corrected = correctInputs(counting.inputs, figures, rubric.value.body)
  if (!corrected.ok) return refuse({ code: 'invalid-input', fields: corrected.refusal })
  const method = counting.inputs.method ?? (counting.method as Method)
  const made = await evaluationRow({
    id: scene.newId('eva'),
    now: scene.now,
    subject: { kind: row.subjectKind, id: row.subjectId },
    unitId: row.unitId,
    rubric: rubric.value,
    method,
    sheets: panel ? own.map(({ rater, scores }) => ({ rater, scores })) : corrected.value.sheets,
    measured: corrected.value.measured,
    severities: panel ? severitiesFor(loaded, rubric.value.body) : (counting.inputs.severities ?? null),
    panel: panel ? { id: panel.id, sheetsSha256: await panelDigest(sheets) } : null,
    evidence: row.way === 'figures' ? files.map(({ name, sha256 }) => ({ name, sha256 })) : [],
    cause: 'appeal',
    previousId: counting.id,
    reason: given.note,
  })
  if (!made.ok)
    return refuse({
      code: 'invalid-input',
      fields: made.refusal.map((one) => ({ ...one, pointer: one.pointer.replace(/^\/measured/, '/figures') })),
    })
  const { derivation } = made.value
  if (derivation.status === 'blocked')
    return refuse({
      code: 'invalid-input',
      fields: derivation.blockedBy.map((key) => ({ pointer: `/figures/${key}`, problem: 'required' })),
    })
  return ok({
    evaluation: made.value,
    consequences: consequencesOf(loaded, derivation.totalExact, rubric.value.body, given.asked),
  })
}

function consequencesOf(
  { row, panel, sheets, places, project }: Weighing,
  total: string | null,
  rubric: Rubric,
  asked: boolean,
): AppealConsequences {
  if (project) {
    const open = project.state === 'evaluated'
    return { applied: open, held: open ? null : 'archived', items: [] }
  }
  const { quota = 0, tieBreak = [] } = panel?.review ?? {}
  const separation = {
    // the further expert's sheet had no say in the ranking that stands
    before: separationOf({ sheets: sheets.filter(({ id }) => id !== row.sheetId), rubric, tieBreak }),
    after: separationOf({ sheets, rubric, tieBreak }),
  }
  return appealConsequences({ item: row.subjectId, total, items: places, quota, separation, asked })
}
