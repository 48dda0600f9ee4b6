import { commit } from '@shixun/db/commit'
import { insert } from '@shixun/db/statement'
import { appealOfEvaluation } from '@shixun/db/tenant/appeals'
import {
  evaluationById,
  evaluationCardById,
  newestOfSubjectOf,
  stillNewest,
  toldOfEvaluation,
} from '@shixun/db/tenant/evaluations'
import { settingsByKeys } from '@shixun/db/tenant/house'
import { arrivalStatements } from '@shixun/db/tenant/moves'
import { appeals } from '@shixun/db/tenant/schema/appeals'
import { unitLimit } from '@shixun/domain/identity/permission'
import { APPEAL, appealAnswerDue, type ContestedPoint } from '@shixun/domain/quality/appeals/appeal'
import type { Derivation } from '@shixun/domain/quality/evaluations/evaluate'
import { chinaDate } from '@shixun/domain/shared/china-time'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { type FieldProblem, ok, type Result, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { appealView } from './appeal-card.ts'
import { APPEAL_SETTINGS, appealClock, chanceOf } from './appeal-chance.ts'

type Body = { text: string; points: { key: string; text: string }[] }

const APPEALED = { code: 'already-exists', facts: { what: '对这个结果的申诉' } } as const satisfies Refusal

/** The criteria contested, with the titles they bear in this evaluation. */
function contested(body: Body, { leaves }: Derivation): Result<ContestedPoint[], FieldProblem[]> {
  const problems: FieldProblem[] = []
  const keys = body.points.map(({ key }) => key)
  const points = body.points.map(({ key, text }, at) => {
    const leaf = leaves.find((one) => one.key === key)
    if (!leaf) problems.push({ pointer: `/points/${at}/key`, problem: 'unknown_criterion' })
    if (keys.indexOf(key) < at) problems.push({ pointer: `/points/${at}/key`, problem: 'duplicate' })
    return { key, title: leaf?.title ?? key, text }
  })
  return problems.length > 0 ? refuse(problems) : ok(points)
}

/** 提出申诉：a unit against its own newest result, once, within the working days after it was told. */
export async function fileAppeal(
  scene: ReviewScene,
  { params, body }: { params: { id: string }; body: Body },
): Promise<Verdict> {
  const { id: evaluationId } = params
  const [[evaluation], [newest], [appeal], [told], settings, [whole]] = await scene.store.tenant.read(
    evaluationCardById(params),
    newestOfSubjectOf(params),
    appealOfEvaluation(params),
    toldOfEvaluation(params),
    settingsByKeys({ keys: APPEAL_SETTINGS }),
    evaluationById(params),
  )
  const unit = unitLimit(scene.visitor, 'appeal.write')
  if (!evaluation || !whole || (unit !== null && evaluation.unitId !== unit)) return refuse({ code: 'not-found' })
  const newerId = newest && newest.id !== evaluationId ? newest.id : null
  const chance = chanceOf(scene, { evaluation, newerId, appealId: appeal?.id ?? null, told, settings })
  const { calendar, rules } = appealClock(settings)
  if (chance.why === 'appealed') return refuse(APPEALED)
  if (chance.why === 'superseded') return refuse({ code: 'evaluation-superseded' })
  if (chance.why === 'late')
    return refuse({ code: 'appeal-late', facts: { until: chance.until ?? '', days: rules.workingDays } })
  const filedOn = chinaDate(scene.now)
  const due = appealAnswerDue(calendar, filedOn, rules)
  if (!due.ok) return refuse({ code: 'calendar-year-missing', facts: { year: due.refusal.year } })
  const points = contested(body, whole.derivation as Derivation)
  if (!points.ok) return refuse({ code: 'invalid-input', fields: points.refusal })

  const id = scene.newId('apl')
  const row = {
    id,
    evaluationId,
    subjectKind: evaluation.subjectKind,
    subjectId: evaluation.subjectId,
    title: evaluation.subjectTitle,
    unitId: evaluation.unitId,
    unitName: evaluation.unitName,
    state: APPEAL.initial,
    text: body.text,
    points: points.value,
    filedOn,
    dueOn: due.value,
    answer: null,
    way: null,
    answeredAt: null,
    sheetId: null,
    settlement: null,
    newEvaluationId: null,
    consequences: null,
    settledAt: null,
    acknowledgedAt: null,
    version: 1,
    createdAt: scene.now,
  }
  const shown = { ...row, totalBefore: null, totalAfter: null, sheetState: null }
  const total = evaluation.total
  const answer = appealView(scene, { ...shown, totalBefore: total }, [])
  const event = {
    entity: id,
    version: 1,
    verb: 'appeal',
    after: { state: row.state, evaluation: evaluationId, sha256: evaluation.sha256, points: points.value.length },
    note: body.text,
  }
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [
      stillNewest(evaluationId, row.subjectId),
      insert(appeals, row),
      ...arrivalStatements({
        machine: APPEAL,
        rows: [{ id, title: row.title, owners: { office: '' } }],
        from: null,
        to: row.state,
        now: scene.now,
        dueOn: () => row.dueOn,
        newId: () => scene.newId('tsk'),
      }),
    ],
    storedAnswer(201, answer, 1),
  )
  if (!refusal) return ok({ body: answer, version: 1 })
  return refuse(refusedWrite(refusal, { newest: { code: 'evaluation-superseded' }, duplicate: APPEALED }))
}
