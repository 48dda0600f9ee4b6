import { appealOfEvaluation } from '@shixun/db/tenant/appeals'
import {
  evaluationCardById,
  evaluationPage,
  evaluationPageOfUnit,
  evaluationsOfPanel,
  evaluationsOfSubject,
  newestOfSubjectOf,
  toldOfEvaluation,
} from '@shixun/db/tenant/evaluations'
import { settingsByKeys } from '@shixun/db/tenant/house'
import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { scopeOf, unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { APPEAL_SETTINGS, chanceOf } from '../appeals/appeal-chance.ts'
import { evaluationCard } from './evaluation-card.ts'

type Query = { limit: number; after?: string | undefined; subject?: string | undefined; panel?: string | undefined }

/** A page of evaluations; a unit sees its own. */
export async function listEvaluations(
  scene: ReviewScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const unit = unitLimit(scene.visitor, 'evaluation.read')
  const page = { after: query.after ?? NEWEST, limit: query.limit + 1 }
  const read =
    query.subject !== undefined
      ? evaluationsOfSubject({ ...page, id: query.subject })
      : query.panel !== undefined
        ? evaluationsOfPanel({ ...page, id: query.panel })
        : unit !== null
          ? evaluationPageOfUnit({ ...page, unit })
          : evaluationPage(page)
  const [found] = await scene.store.tenant.read(read)
  const { rows, after } = pageOf(found, query.limit)
  const own = unit === null ? rows : rows.filter((row) => row.unitId === unit)
  return ok({ body: { items: own.map(evaluationCard), next: nextLink(raw, after) } })
}

/** One evaluation: what took its place, and whether its unit may appeal. */
export async function readEvaluation(scene: ReviewScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const { id } = params
  const [[row], [newest], [appeal], [told], settings] = await scene.store.tenant.read(
    evaluationCardById({ id }),
    newestOfSubjectOf({ id }),
    appealOfEvaluation({ id }),
    toldOfEvaluation({ id }),
    settingsByKeys({ keys: APPEAL_SETTINGS }),
  )
  const unit = unitLimit(scene.visitor, 'evaluation.read')
  if (!row || (unit !== null && row.unitId !== unit)) return refuse({ code: 'not-found' })
  const newerId = newest && newest.id !== row.id ? newest.id : null
  const seesAppeal = scopeOf(scene.visitor, 'appeal.read') !== null
  const chance = chanceOf(scene, { evaluation: row, newerId, appealId: appeal?.id ?? null, told, settings })
  const actions = chance.may && scopeOf(scene.visitor, 'appeal.write') !== null ? ['appeal'] : []
  return ok({
    body: {
      ...evaluationCard(row),
      actions,
      newerId,
      appeal: { ...chance, id: seesAppeal ? chance.id : null },
    },
    version: row.version,
  })
}
