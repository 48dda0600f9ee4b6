import { accountPage, accountsByPrefix } from '@shixun/db/directory/accounts'
import { NEWEST } from '@shixun/db/tenant/paging'
import { ok } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { IdentityScene } from '../store.ts'
import { accountView, hereOf } from './account-view.ts'

type Query = { limit: number; after?: string | undefined; q?: string | undefined }

/** A page of the bureau's accounts, newest first; with `q` those whose user name begins so, by name. */
export async function listAccounts(
  scene: IdentityScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const { after, q } = query
  const page = { district: hereOf(scene).id, limit: query.limit + 1 }
  const prefix = q?.toLowerCase() ?? ''
  const read = prefix
    ? accountsByPrefix({ ...page, after: after ?? '', from: prefix, to: `${prefix}\uffff` })
    : accountPage({ ...page, after: after ?? NEWEST })
  const [rows] = await scene.store.directory.read(read)
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  const next = rows.length > query.limit && last ? (prefix ? last.username : last.id) : null
  return ok({ body: { items: shown.map((row) => accountView(scene, row)), next: nextLink(raw, next) } })
}
