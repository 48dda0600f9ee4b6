import { commit } from '@shixun/db/commit'
import { staleUploads } from '@shixun/db/tenant/drafts'
import { addDays } from '@shixun/domain/shared/china-time'
import type { DistrictScene } from '../../store.ts'
import { discardUpload } from './abandon-upload.ts'
import { UPLOAD_DAYS } from './attachment-limits.ts'
import { forgetUpload } from './load-upload.ts'

/** Uploads that nobody has come back to for six days go, with what they stored. A few a minute, the oldest first. */
export async function sweepUploads(scene: DistrictScene): Promise<void> {
  const { tenant, objects } = scene.store
  const before = `${addDays(scene.now.slice(0, 10), -UPLOAD_DAYS)}${scene.now.slice(10)}`
  const [stale] = await tenant.read(staleUploads({ before }))
  for (const upload of stale) {
    await discardUpload(objects, upload)
    const event = { entity: upload.id, version: 2, verb: 'sweep-upload', before: { name: upload.name } }
    await commit(tenant, scene.hand, [event], forgetUpload(upload.id), null)
  }
}
