import {
  appealById,
  appealPage,
  appealPageInState,
  appealPageOfUnit,
  appealPageOfUnitInState,
  appealsOfSubject,
} from '@shixun/db/tenant/appeals'
import { fileOf } from '@shixun/db/tenant/files'
import { historyOf } from '@shixun/db/tenant/house'
import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import { historyPage } from '@shixun/tenant/history'
import { storedFile } from '@shixun/tenant/stored-file'
import type { ReviewScene } from '../../store.ts'
import { appealCard, appealView } from './appeal-card.ts'
import { loadAppeal } from './load-appeal.ts'

type Query = { limit: number; after?: string | undefined; state?: string | undefined; subject?: string | undefined }

function pageFor(unit: string | null, query: Query) {
  const page = { after: query.after ?? NEWEST, limit: query.limit + 1 }
  const { state, subject } = query
  if (subject !== undefined) return appealsOfSubject({ ...page, id: subject })
  if (unit !== null)
    return state === undefined ? appealPageOfUnit({ ...page, unit }) : appealPageOfUnitInState({ ...page, unit, state })
  return state === undefined ? appealPage(page) : appealPageInState({ ...page, state })
}

/** A page of appeals; a unit sees its own. */
export async function listAppeals(
  scene: ReviewScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const unit = unitLimit(scene.visitor, 'appeal.read')
  const [found] = await scene.store.tenant.read(pageFor(unit, query))
  const { rows, after } = pageOf(found, query.limit)
  const shown = rows.filter(
    (row) =>
      (unit === null || row.unitId === unit) &&
      (query.subject === undefined || query.state === undefined || row.state === query.state),
  )
  return ok({ body: { items: shown.map((row) => appealCard(scene, row)), next: nextLink(raw, after) } })
}

export async function readAppeal(scene: ReviewScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const found = await loadAppeal(scene, params.id, 'appeal.read')
  if (!found) return refuse({ code: 'not-found' })
  return ok({ body: appealView(scene, found.row, found.files), version: found.row.version })
}

export async function readAppealHistory(scene: ReviewScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[row], changes] = await scene.store.tenant.read(appealById(params), historyOf(params))
  const unit = unitLimit(scene.visitor, 'appeal.read')
  if (!row || (unit !== null && row.unitId !== unit)) return refuse({ code: 'not-found' })
  return ok({ body: historyPage(changes) })
}

/** Bytes of evidence, as a download that no browser runs. */
export async function readAppealEvidence(
  scene: ReviewScene,
  { params }: { params: { id: string; fileId: string } },
): Promise<Verdict> {
  const [[row], [card]] = await scene.store.tenant.read(
    appealById({ id: params.id }),
    fileOf({ id: params.fileId, owner: params.id }),
  )
  const unit = unitLimit(scene.visitor, 'appeal.read')
  if (!row || !card || (unit !== null && row.unitId !== unit)) return refuse({ code: 'not-found' })
  return storedFile(scene, card)
}
