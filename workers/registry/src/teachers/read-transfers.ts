import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { transferById, transferPage, transferPageByState, transferPageOfSchool } from '@shixun/db/tenant/transfers'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { TransferState } from '@shixun/domain/teachers/transfer'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { RegistryScene } from '../store.ts'
import { sidesOf, transferCard } from './transfer-card.ts'

type Query = { limit: number; after?: string | undefined; state?: TransferState | undefined }

/** 区内调动, newest first: the bureau all, a school those that it sends or receives. */
export async function listTransfers(
  scene: RegistryScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const own = unitLimit(scene.visitor, 'transfer.read')
  const page = { after: query.after ?? NEWEST, limit: query.limit + 1 }
  const { state } = query
  const read =
    own !== null
      ? transferPageOfSchool({ ...page, school: own, state: state ?? null })
      : state
        ? transferPageByState({ ...page, state })
        : transferPage(page)
  const [found] = await scene.store.tenant.read(read)
  const { rows, after } = pageOf(found, query.limit)
  return ok({ body: { items: rows.map((row) => transferCard(scene, row)), next: nextLink(raw, after) } })
}

export async function readTransfer(scene: RegistryScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[row]] = await scene.store.tenant.read(transferById(params))
  const sides = row && sidesOf(scene, row)
  if (!row || !(sides?.sends || sides?.receives)) return refuse({ code: 'not-found' })
  return ok({ body: transferCard(scene, row), version: row.version })
}
