import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { evaluationById, evaluationPage, evaluationPageOfUnit, evaluationsOfSubject } from '@shixun/db/tenant/quality'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../store.ts'

type Query = { limit: number; after?: string | undefined; subject?: string | undefined }
type Card = { total: number | null }

function card<Row extends Card>(row: Row) {
  return { ...row, actions: [], total: row.total === null ? null : row.total / 100 }
}

/** A page of evaluations; a unit sees its own. */
export async function listEvaluations(
  scene: DistrictScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const unit = unitLimit(scene.visitor, 'evaluation.read')
  const page = { after: query.after ?? NEWEST, limit: query.limit + 1 }
  const read =
    query.subject !== undefined
      ? evaluationsOfSubject({ ...page, id: query.subject })
      : unit !== null
        ? evaluationPageOfUnit({ ...page, unit })
        : evaluationPage(page)
  const [found] = await scene.store.tenant.read(read)
  const { rows, after } = pageOf(unit === null ? found : found.filter((row) => row.unitId === unit), query.limit)
  return ok({ body: { items: rows.map(card), next: nextLink(raw, after) } })
}

async function load(scene: DistrictScene, id: string) {
  const [[row]] = await scene.store.tenant.read(evaluationById({ id }))
  const unit = unitLimit(scene.visitor, 'evaluation.read')
  return row && (unit === null || row.unitId === unit) ? row : null
}

export async function readEvaluation(scene: DistrictScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const row = await load(scene, params.id)
  if (!row) return refuse({ code: 'not-found' })
  const { panelId: _, inputs: __, derivation: ___, ...shown } = row
  return ok({ body: card(shown), version: row.version })
}
