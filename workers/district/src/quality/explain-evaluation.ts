import { evaluationById } from '@shixun/db/tenant/quality'
import { unitLimit } from '@shixun/domain/identity/permission'
import type { Derivation } from '@shixun/domain/quality/evaluate'
import { explainEvaluation as explainRules } from '@shixun/domain/quality/explain'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'
import { withoutRaters } from './without-raters.ts'

/** 得分从何而来：every figure, its formula and its inputs. */
export async function explainEvaluation(
  scene: DistrictScene,
  { params }: { params: { id: string } },
): Promise<Verdict> {
  const [[row]] = await scene.store.tenant.read(evaluationById({ id: params.id }))
  const unit = unitLimit(scene.visitor, 'evaluation.read')
  if (!row || (unit !== null && row.unitId !== unit)) return refuse({ code: 'not-found' })
  const derivation = withoutRaters(row.derivation as Derivation)
  const { total, band, sha256 } = row
  return ok({
    body: {
      id: row.id,
      total: total === null ? null : total / 100,
      band,
      sha256,
      derivation,
      lines: explainRules(derivation),
    },
  })
}
