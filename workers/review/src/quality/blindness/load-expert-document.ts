import { checkOf, documentById } from '@shixun/db/tenant/expert-documents'
import { documentState } from '@shixun/domain/quality/blindness/expert-document'
import { tellingNames } from '@shixun/tenant/hidden-names'
import type { ReviewScene } from '../../store.ts'
import { cleanAttachment, keepCleaning } from './clean-file.ts'
import { type DocumentRow, isIdentifying } from './expert-document-card.ts'

/** A file of an application; null when there is none. */
export async function loadDocument(
  scene: ReviewScene,
  { id, attachmentId }: { id: string; attachmentId: string },
): Promise<DocumentRow | null> {
  const [[row]] = await scene.store.tenant.read(documentById({ id: attachmentId }))
  return row && row.applicationId === id ? row : null
}

export function namesOf(scene: ReviewScene, { unitName, form, formValues }: DocumentRow): string[] {
  return tellingNames({ unit: unitName, bureau: scene.store.tenant.district.name }, form, formValues)
}

/** The same once somebody has looked at it: whoever asks first has it looked at. */
export async function loadCheckedDocument(
  scene: ReviewScene,
  params: { id: string; attachmentId: string },
): Promise<DocumentRow | null> {
  const row = await loadDocument(scene, params)
  if (!row || documentState(checkOf(row), isIdentifying(row)) !== 'unchecked') return row
  const { check, ...made } = await cleanAttachment(scene, row, namesOf(scene, row))
  await scene.store.tenant.write([keepCleaning({ check, ...made }, row, scene.now)])
  return { ...row, ...check, names: [...check.names], ...made, checkVersion: row.checkVersion ?? 1 }
}
