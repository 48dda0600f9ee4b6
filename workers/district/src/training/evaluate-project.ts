import { sha256 } from '@shixun/db/sha256'
import { insert } from '@shixun/db/statement'
import { evaluations } from '@shixun/db/tenant/schema/quality'
import { canonicalJson } from '@shixun/domain/quality/canonical-json'
import { evaluate } from '@shixun/domain/quality/evaluate'
import { leaves } from '@shixun/domain/quality/rubric'
import { ok, refuse } from '@shixun/domain/shared/result'
import { deliveredFigures } from '@shixun/domain/training/delivered-figures'
import type { DeliveredFigures, ProjectFigures } from '@shixun/domain/training/figures'
import { measuredFigures } from '@shixun/domain/training/measured-figures'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import type { loadProject } from './load-project.ts'
import { moveProject } from './move-project.ts'

type Body = { rubricId: string; scores: Record<string, number>; note?: string | undefined }

type Loaded = NonNullable<Awaited<ReturnType<typeof loadProject>>>

/** Closed surveys of the training itself: one of a follow-up asks about use, months later, and is no satisfaction of it. */
function measuredOf(figures: ProjectFigures, surveys: Loaded['surveys'], rounds: Loaded['rounds']): DeliveredFigures {
  const closed = surveys.filter(({ state, subject }) => state === 'closed' && subject !== 'follow_up')
  const surveyed = closed.map((one) => ({ ...one, satisfaction: one.figures?.satisfaction ?? null }))
  return deliveredFigures(figures, surveyed, rounds)
}

/** 评估：measured leaves come from the figures of delivery, expert, inspection and self leaves from the bureau; everything it rests on is kept with its hash. */
export function evaluateProject(
  scene: DistrictScene,
  { params, body }: { params: { id: string }; body: Body },
): Promise<Verdict> {
  const given = { id: params.id, action: 'evaluate', note: body.note, rubricId: body.rubricId } as const
  return moveProject(scene, given, async ({ row, rubric, surveys, rounds }) => {
    if (!rubric)
      return refuse({ code: 'invalid-input', fields: [{ pointer: '/rubricId', problem: 'not_in_district' }] })
    if (rubric.state !== 'published' || rubric.purpose !== 'completion')
      return refuse({ code: 'invalid-input', fields: [{ pointer: '/rubricId', problem: 'not_published' }] })
    const rater = scene.visitor.kind === 'person' ? scene.visitor.account : 'office'
    const byHand = leaves(rubric.body).filter((leaf) => leaf.source === 'inspection' || leaf.source === 'self')
    const isByHand = (key: string) => byHand.some((leaf) => leaf.key === key)
    const given = Object.entries(body.scores)
    const inputs = {
      sheets: [{ rater, scores: Object.fromEntries(given.filter(([key]) => !isByHand(key))) }],
      measured: {
        ...measuredFigures(rubric.body, measuredOf(row.figures, surveys, rounds)),
        ...Object.fromEntries(given.filter(([key]) => isByHand(key))),
      },
    }
    const derivation = evaluate({
      rubric: rubric.body,
      rubricVersion: `${rubric.id}/${rubric.version}`,
      method: rubric.body.method,
      ...inputs,
    })
    if (!derivation.ok)
      return refuse({
        code: 'invalid-input',
        fields: derivation.refusal.map((field) => ({ ...field, pointer: field.pointer.replace(/^\/sheets\/0/, '') })),
      })
    if (derivation.value.status === 'blocked')
      return refuse({
        code: 'invalid-input',
        fields: derivation.value.blockedBy.map((key) => ({
          pointer: isByHand(key) ? `/scores/${key}` : `/figures/${key}`,
          problem: 'required',
        })),
      })
    const { total, band } = derivation.value
    const bytes = canonicalJson(derivation.value)
    const id = scene.newId('eva')
    const evaluation = insert(evaluations, {
      id,
      subjectKind: 'project',
      subjectId: row.id,
      unitId: row.unitId,
      rubricId: rubric.id,
      panelId: null,
      method: derivation.value.methodUsed,
      engine: derivation.value.engine,
      total,
      band,
      inputs,
      derivation: derivation.value,
      sha256: await sha256(bytes),
      version: 1,
      createdAt: scene.now,
    })
    return ok({ set: { score: total, band }, after: { evaluation: id, total, band }, statements: [evaluation] })
  })
}
