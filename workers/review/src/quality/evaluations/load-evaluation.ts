import { evaluationById, expertsOfEvaluation } from '@shixun/db/tenant/evaluations'
import { scopeOf, unitLimit } from '@shixun/domain/identity/permission'
import type { Derivation } from '@shixun/domain/quality/evaluations/evaluate'
import { raterNumber } from '@shixun/domain/quality/evaluations/evaluation-inputs'
import { withoutRaters } from '@shixun/domain/quality/evaluations/without-raters'
import type { ReviewScene } from '../../store.ts'

/** An evaluation that this visitor may read, with the names behind its numbers for whoever may know them; null otherwise. */
export async function loadEvaluation(scene: ReviewScene, id: string) {
  const [[row], named] = await scene.store.tenant.read(evaluationById({ id }), expertsOfEvaluation({ id }))
  const unit = unitLimit(scene.visitor, 'evaluation.read')
  if (!row || (unit !== null && row.unitId !== unit)) return null
  const raters = row.inputs.raters ?? []
  const knows = scopeOf(scene.visitor, 'scoresheet.read') === 'district'
  const experts = raters.flatMap((rater, place) => {
    const expert = named.find((one) => one.id === rater)
    return expert ? [{ no: raterNumber(place), id: expert.id, name: expert.name }] : []
  })
  // those of before raters were numbered carry ids
  const stored = row.derivation as Derivation
  const derivation = row.inputs.raters ? stored : withoutRaters(stored)
  return { row, derivation, experts: knows ? experts : [] }
}
