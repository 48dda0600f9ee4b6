import { extensionOfUnit } from '@shixun/db/tenant/call-design'
import { callById, callPage, callPageByState, callPagePublished } from '@shixun/db/tenant/calls'
import { filesOf } from '@shixun/db/tenant/files'
import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { scopeOf } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../../store.ts'
import { callActions, callCard } from './call-card.ts'

type Query = { limit: number; after?: string | undefined; state?: string | undefined }

/** A call that is being drafted is the office's own business. */
export function seesDrafts(scene: DistrictScene): boolean {
  return scopeOf(scene.visitor, 'call.write') !== null
}

/** A page of calls, newest first; only the office sees those still being drafted. */
export async function listCalls(
  scene: DistrictScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const page = { after: query.after ?? NEWEST, limit: query.limit + 1 }
  const drafts = seesDrafts(scene)
  if (query.state === 'draft' && !drafts) return ok({ body: { items: [], next: null } })
  const read =
    query.state !== undefined
      ? callPageByState({ ...page, state: query.state })
      : drafts
        ? callPage(page)
        : callPagePublished(page)
  const [found] = await scene.store.tenant.read(read)
  const { rows, after } = pageOf(found, query.limit)
  const items = rows.map((row) => ({ ...row, actions: callActions(scene, row) }))
  return ok({ body: { items, next: nextLink(raw, after) } })
}

export async function readCall(scene: DistrictScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const unit = (scene.visitor.kind === 'person' && scene.visitor.unit) || ''
  const [[row], files, [extension]] = await scene.store.tenant.read(
    callById({ id: params.id }),
    filesOf({ owner: params.id }),
    extensionOfUnit({ call: params.id, unit }),
  )
  if (!row || (row.state === 'draft' && !seesDrafts(scene))) return refuse({ code: 'not-found' })
  return ok({ body: callCard(scene, row, files, extension?.until), version: row.version })
}
