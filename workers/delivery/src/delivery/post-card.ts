import type { postById } from '@shixun/db/tenant/cohort-posts'
import type { DeliveryScene } from '../store.ts'
import { runs } from './cohort-card.ts'

export type PostRow = ReturnType<ReturnType<typeof postById>['decode']>

/** What a cohort published, as it goes out: the key of the object stays inside. */
export function postCard(scene: DeliveryScene, cohort: { unitId: string }, row: PostRow) {
  const { file, ...shown } = row
  return {
    ...shown,
    file: file && { name: file.name, mediaType: file.mediaType, size: file.size, sha256: file.sha256 },
    actions: runs(scene, cohort) ? ['remove'] : [],
  }
}
