import { documentsOfCall } from '@shixun/db/tenant/expert-documents'
import { ok } from '@shixun/domain/shared/result'
import { nextLink } from '@shixun/http/page-link'
import type { Verdict } from '@shixun/http/scene'
import type { ReviewScene } from '../../store.ts'
import { expertDocumentCard } from './expert-document-card.ts'

/** Where a list of files goes on: behind this file of this application. */
export function documentPlace(after: string | null | undefined): { application: string; after: string } {
  const [application = '', attachment = ''] = (after ?? '').split('.')
  return { application, after: attachment }
}

export function placeOf({ applicationId, id }: { applicationId: string; id: string }): string {
  return `${applicationId}.${id}`
}

type Given = { query: { limit: number; after?: string | undefined; call: string }; raw: Request }

/** 双盲材料检查：the files of a call that come before experts, and how each stands. */
export async function listExpertDocuments(scene: ReviewScene, { query, raw }: Given): Promise<Verdict> {
  const { call, limit, after } = query
  const [found] = await scene.store.tenant.read(
    documentsOfCall({ id: call, ...documentPlace(after), limit: limit + 1 }),
  )
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  const items = rows.map((row) => expertDocumentCard(scene, row))
  return ok({ body: { items, next: nextLink(raw, found.length > limit && last ? placeOf(last) : null) } })
}
