import { ownerOfUpload, partsOfUploads, uploadsOf } from '@shixun/db/tenant/drafts'
import { unitLimit } from '@shixun/domain/identity/permission'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { DistrictScene } from '../../store.ts'
import { uploadCard } from './upload-card.ts'

/** 未传完的附件：what a reload or a broken connection left behind, to be chosen again and go on. */
export async function listUploads(scene: DistrictScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const [[owner], open, parts] = await scene.store.tenant.read(
    ownerOfUpload(params),
    uploadsOf(params),
    partsOfUploads(params),
  )
  if (!owner || owner.unitId !== unitLimit(scene.visitor, 'application.write')) return refuse({ code: 'not-found' })
  return ok({ body: { items: open.map((upload) => uploadCard(upload, parts)), next: null } })
}
