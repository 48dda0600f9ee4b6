import {
  applicationById,
  applicationPage,
  applicationPageByState,
  applicationPageOfCall,
  applicationPageOfUnit,
} from '@shixun/db/tenant/calls'
import { historyOf } from '@shixun/db/tenant/house'
import { NEWEST, pageOf } from '@shixun/db/tenant/paging'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import { historyPage } from '../history.ts'
import type { DistrictScene } from '../store.ts'
import { applicationCard, applicationView } from './application-card.ts'
import { loadApplication } from './load-application.ts'

type Query = { limit: number; after?: string | undefined; state?: string | undefined; call?: string | undefined }

/** A page of applications, newest first: a unit sees its own, the bureau all, by state or by call and state. */
export async function listApplications(
  scene: DistrictScene,
  { query, raw }: { query: Query; raw: Request },
): Promise<Verdict> {
  const unit = unitLimit(scene.visitor, 'application.read')
  const { state, call } = query
  if (call !== undefined && state === undefined)
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/state', problem: 'required' }] })
  const page = { after: query.after ?? NEWEST, limit: query.limit + 1 }
  const read =
    unit !== null
      ? applicationPageOfUnit({ ...page, unit })
      : call !== undefined
        ? applicationPageOfCall({ ...page, call, state })
        : state !== undefined
          ? applicationPageByState({ ...page, state })
          : applicationPage(page)
  const [found] = await scene.store.tenant.read(read)
  const { rows, after } = pageOf(found, query.limit)
  return ok({ body: { items: rows.map((row) => applicationCard(scene, row)), next: nextLink(raw, after) } })
}

export async function readApplication(scene: DistrictScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const loaded = await loadApplication(scene, params.id, 'application.read')
  if (!loaded) return refuse({ code: 'not-found' })
  return ok({ body: applicationView(scene, loaded.row, loaded.attachments), version: loaded.row.version })
}

export async function readApplicationHistory(
  scene: DistrictScene,
  { params }: { params: { id: string } },
): Promise<Verdict> {
  const [[row], lines] = await scene.store.tenant.read(applicationById(params), historyOf(params))
  const unit = unitLimit(scene.visitor, 'application.read')
  if (!row || (unit !== null && row.unitId !== unit)) return refuse({ code: 'not-found' })
  return ok({ body: historyPage(lines) })
}

/** Bytes of an attachment, as a download that no browser runs. */
export async function readAttachment(
  scene: DistrictScene,
  { params }: { params: { id: string; attachmentId: string } },
): Promise<Verdict> {
  const loaded = await loadApplication(scene, params.id, 'application.read')
  const card = loaded?.attachments.find(({ id }) => id === params.attachmentId)
  const stored = card ? await scene.store.objects.get(card.objectKey) : null
  if (!card || !stored) return refuse({ code: 'not-found' })
  return ok(
    new Response(stored.body, {
      headers: {
        'content-type': card.mediaType,
        'content-length': String(stored.size),
        'content-disposition': `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(card.name)}`,
        'content-security-policy': "sandbox; default-src 'none'",
        'cache-control': 'no-store',
        etag: `"${card.sha256}"`,
      },
    }),
  )
}
