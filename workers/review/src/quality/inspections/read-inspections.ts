import { historyOf } from '@shixun/db/tenant/house'
import {
  inspectionById,
  inspectionPage,
  inspectionPageInState,
  inspectionPageOfExpert,
  inspectionPageOfProject,
  inspectionPageOfUnit,
  photoOfInspection,
  sheetsOfInspection,
} from '@shixun/db/tenant/inspections'
import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { scopeOf, unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import { historyPage } from '@shixun/tenant/history'
import { storedFile } from '@shixun/tenant/stored-file'
import type { ReviewScene } from '../../store.ts'
import { inspectionCard, inspectionView } from './inspection-card.ts'
import { loadInspection, seesInspection } from './load-inspection.ts'

type Query = { limit: number; after?: string | undefined; state?: string | undefined; project?: string | undefined }

function pageFor(scene: ReviewScene, query: Query) {
  const page = { after: query.after ?? NEWEST, limit: query.limit + 1 }
  const limit = unitLimit(scene.visitor, 'inspection.read')
  if (limit !== null)
    return scopeOf(scene.visitor, 'inspection.read') === 'assigned'
      ? inspectionPageOfExpert({ ...page, expert: limit })
      : inspectionPageOfUnit({ ...page, unit: limit })
  if (query.project !== undefined) return inspectionPageOfProject({ ...page, project: query.project })
  return query.state === undefined ? inspectionPage(page) : inspectionPageInState({ ...page, state: query.state })
}

/** A page of visits: all, an expert's own, or those whose results a unit was told. */
export async function listInspections(
  scene: ReviewScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const [found] = await scene.store.tenant.read(pageFor(scene, query))
  const { rows, after } = pageOf(found, query.limit)
  // the other of two filters narrows what the index of the first one found
  const shown = rows.filter(
    ({ state, projectId }) =>
      (query.state === undefined || state === query.state) &&
      (query.project === undefined || projectId === query.project),
  )
  return ok({ body: { items: shown.map((row) => inspectionCard(scene, row)), next: nextLink(raw, after) } })
}

export async function readInspection(scene: ReviewScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const found = await loadInspection(scene, params.id, 'inspection.read')
  if (!found) return refuse({ code: 'not-found' })
  const { row, sheets, photos } = found
  return ok({ body: inspectionView(scene, row, sheets, photos), version: row.version })
}

export async function readInspectionHistory(
  scene: ReviewScene,
  { params }: { params: { id: string } },
): Promise<Verdict> {
  const [[row], sheets, changes] = await scene.store.tenant.read(
    inspectionById(params),
    sheetsOfInspection(params),
    historyOf(params),
  )
  if (!row || !seesInspection(scene, 'inspection.read', row, sheets)) return refuse({ code: 'not-found' })
  return ok({ body: historyPage(changes) })
}

/** The bytes of a photograph; an expert's own only. */
export async function readInspectionPhoto(
  scene: ReviewScene,
  { params }: { params: { id: string; photoId: string } },
): Promise<Verdict> {
  const { id, photoId } = params
  const [[row], sheets, [photo]] = await scene.store.tenant.read(
    inspectionById({ id }),
    sheetsOfInspection({ id }),
    photoOfInspection({ id, photo: photoId }),
  )
  if (!row || !photo || !seesInspection(scene, 'inspection.read', row, sheets)) return refuse({ code: 'not-found' })
  const expert = scopeOf(scene.visitor, 'inspection.read') === 'assigned'
  const own = sheets.find(({ id: sheet }) => sheet === photo.sheetId)
  if (expert && own?.expertId !== unitLimit(scene.visitor, 'inspection.read')) return refuse({ code: 'not-found' })
  const name = `${photo.id}.${photo.mediaType === 'image/png' ? 'png' : 'jpg'}`
  return storedFile(scene, { ...photo, name }, "sandbox; default-src 'none'")
}
