import {
  evaluationById,
  evaluationCardById,
  previousEvaluation,
  previousEvaluationCard,
} from '@shixun/db/tenant/evaluations'
import { unitLimit } from '@shixun/domain/identity/permission'
import { compareEvaluations } from '@shixun/domain/quality/evaluations/compare-evaluations'
import type { Derivation } from '@shixun/domain/quality/evaluations/evaluate'
import { withoutRaters } from '@shixun/domain/quality/evaluations/without-raters'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { evaluationCard } from './evaluation-card.ts'

type Kept = ReturnType<ReturnType<typeof evaluationById>['decode']>

export function shownDerivation({ derivation, inputs }: Pick<Kept, 'derivation' | 'inputs'>): Derivation {
  const stored = derivation as Derivation
  return inputs.raters ? stored : withoutRaters(stored)
}

/** 与原结果逐项对照：an evaluation beside the one it followed on. */
export async function compareEvaluation(scene: ReviewScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const { id } = params
  const [[card], [previous], [after], [before]] = await scene.store.tenant.read(
    evaluationCardById({ id }),
    previousEvaluationCard({ id }),
    evaluationById({ id }),
    previousEvaluation({ id }),
  )
  const unit = unitLimit(scene.visitor, 'evaluation.read')
  if (!card || !previous || !after || !before || (unit !== null && card.unitId !== unit))
    return refuse({ code: 'not-found' })
  const comparison = compareEvaluations(shownDerivation(before), shownDerivation(after))
  return ok({ body: { before: evaluationCard(previous), after: evaluationCard(card), comparison } })
}
