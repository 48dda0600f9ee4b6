import { checkOf, filesOfSheet } from '@shixun/db/tenant/expert-documents'
import { sheetById } from '@shixun/db/tenant/quality'
import { type Permission, unitLimit } from '@shixun/domain/identity/permission'
import type { ReviewScene } from '../../store.ts'

/** Loads a scoresheet. One that is assigned to somebody else is as unknown as none. */
export async function loadSheet(scene: ReviewScene, id: string, permission: Permission) {
  const [[row], files] = await scene.store.tenant.read(sheetById({ id }), filesOfSheet({ id }))
  const limit = unitLimit(scene.visitor, permission)
  return row && (limit === null || row.expertId === limit)
    ? { ...row, files: files.map((file) => ({ ...file, check: checkOf(file), shownType: file.cleanType })) }
    : null
}
