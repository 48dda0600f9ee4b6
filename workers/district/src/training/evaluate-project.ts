import { insert } from '@shixun/db/statement'
import { evaluations } from '@shixun/db/tenant/schema/quality'
import { measuredLeaves, projectMetrics } from '@shixun/domain/quality/assessments/project-metrics'
import { leaves } from '@shixun/domain/quality/rubrics/rubric'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import { evaluated, evaluationRow } from '@shixun/tenant/evaluation-row'
import type { DistrictScene } from '../store.ts'
import { moveProject } from './move-project.ts'

type Body = { rubricId: string; scores: Record<string, number>; note?: string | undefined }

/** 评估：measured leaves come from the figures of delivery, expert, inspection and self leaves from the bureau; everything it rests on is kept with its hash. */
export function evaluateProject(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: Body },
): Promise<Verdict> {
  const given = { id: params.id, action: 'evaluate', note: body.note, rubricId: body.rubricId } as const
  return moveProject(scene, given, async ({ row, rubric, facts }) => {
    if (!rubric || !facts)
      return refuse({ code: 'invalid-input', fields: [{ pointer: '/rubricId', problem: 'not_in_district' }] })
    if (rubric.state !== 'published' || rubric.purpose !== 'completion')
      return refuse({ code: 'invalid-input', fields: [{ pointer: '/rubricId', problem: 'not_published' }] })
    const rater = scene.visitor.kind === 'person' ? scene.visitor.account : 'office'
    const byHand = leaves(rubric.body).filter((leaf) => leaf.source === 'inspection' || leaf.source === 'self')
    const isByHand = (key: string) => byHand.some((leaf) => leaf.key === key)
    const given = Object.entries(body.scores)
    // what visitors sealed is changed by returning their record, not by typing over it
    const contested = given.flatMap(([key, score]) => {
      const sealed = isByHand(key) && Object.hasOwn(facts.inspection, key) ? facts.inspection[key] : undefined
      return sealed === undefined || sealed === score
        ? []
        : [{ pointer: `/scores/${key}`, problem: 'sealed_by_visit', limit: sealed / 100 }]
    })
    if (contested.length > 0) return refuse({ code: 'invalid-input', fields: contested })
    const inputs = {
      sheets: [{ rater, scores: Object.fromEntries(given.filter(([key]) => !isByHand(key))) }],
      measured: {
        ...measuredLeaves(rubric.body, projectMetrics(facts, chinaDate(scene.now)), facts.inspection),
        ...Object.fromEntries(given.filter(([key]) => isByHand(key))),
      },
    }
    const made = await evaluationRow({
      id: scene.newId('eva'),
      now: scene.now,
      subject: { kind: 'project', id: row.id },
      unitId: row.unitId,
      rubric,
      method: rubric.body.method,
      ...inputs,
      cause: 'completion',
    })
    if (!made.ok)
      return refuse({
        code: 'invalid-input',
        fields: made.refusal.map((field) => ({ ...field, pointer: field.pointer.replace(/^\/sheets\/0/, '') })),
      })
    const { derivation, total = null, band = null } = made.value
    if (derivation.status === 'blocked')
      return refuse({
        code: 'invalid-input',
        fields: derivation.blockedBy.map((key) => ({
          pointer: isByHand(key) ? `/scores/${key}` : `/figures/${key}`,
          problem: 'required',
        })),
      })
    return ok({
      set: { score: total, band },
      after: evaluated(made.value),
      statements: [insert(evaluations, made.value)],
    })
  })
}
