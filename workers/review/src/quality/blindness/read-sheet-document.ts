import { scopeOf } from '@shixun/domain/identity/permission'
import { blindFiles, fieldOfFile, namedFiles } from '@shixun/domain/quality/blindness/blind-files'
import { documentReason, documentState, withheldReason } from '@shixun/domain/quality/blindness/expert-document'
import { refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import { tellingNames } from '@shixun/tenant/hidden-names'
import { shownInPage } from '@shixun/tenant/shown-in-page'
import { storedFile } from '@shixun/tenant/stored-file'
import type { ReviewScene } from '../../store.ts'
import { loadSheet } from '../scoring/load-sheet.ts'
import { sheetOpen } from '../scoring/sheet-card.ts'
import { cleanAttachment, keepCleaning } from './clean-file.ts'

type Loaded = NonNullable<Awaited<ReturnType<typeof loadSheet>>>
type File = Loaded['files'][number]
type Asked = { params: { id: string; documentId: string } }

/** A file that nobody looked at before is cleaned now, and what was found is kept for the next who asks. */
async function checkedFile(scene: ReviewScene, sheet: Loaded, file: File): Promise<File> {
  if (documentState(file.check, false) !== 'unchecked') return file
  const who = { unit: sheet.unitName, bureau: scene.store.tenant.district.name }
  const { check, ...made } = await cleanAttachment(scene, file, tellingNames(who, sheet.form, sheet.formValues))
  await scene.store.tenant.write([keepCleaning({ check, ...made }, file, scene.now)])
  return { ...file, ...made, check: { ...check, ruling: file.check?.ruling ?? null } }
}

/** Under double blindness the copy alone: under a neutral name, and not when it would tell who applied. */
async function blindDocument(
  scene: ReviewScene,
  sheet: Loaded,
  { id, ...at }: { id: string; file: File },
): Promise<Verdict> {
  const field = fieldOfFile(at.file.id, sheet.form, sheet.formValues)
  const file = await checkedFile(scene, sheet, at.file)
  const state = documentState(file.check, field?.identifying === true)
  const shown = blindFiles(sheet.files, sheet.form, sheet.formValues).find((one) => one.id === id)
  if (state === 'hidden' || !shown) return refuse({ code: 'not-found' })
  const expert = scopeOf(scene.visitor, 'scoresheet.read') === 'assigned'
  const reason = expert ? withheldReason(state) : documentReason(state, file.check)
  if (state !== 'ready' || file.cleanKey === null)
    return refuse({ code: 'document-withheld', facts: { reason: reason ?? '' } })
  const copy = { objectKey: file.cleanKey, name: shown.name, mediaType: file.cleanType ?? file.mediaType }
  return storedFile(scene, copy, shownInPage(copy.mediaType))
}

/** 评审材料：the same for the office as for the expert whose sheet it is; before the declaration there is nothing to read. */
export async function readSheetDocument(scene: ReviewScene, { params }: Asked): Promise<Verdict> {
  const sheet = await loadSheet(scene, params.id, 'scoresheet.read')
  const file = sheet?.files[Number(params.documentId) - 1]
  if (!sheet || !file) return refuse({ code: 'not-found' })
  const expert = scopeOf(scene.visitor, 'scoresheet.read') === 'assigned'
  if (expert && !sheetOpen(sheet.state)) return refuse({ code: 'not-found' })
  if (sheet.blindness === 'double') return blindDocument(scene, sheet, { id: params.documentId, file })
  const [shown] = namedFiles([file])
  return shown ? storedFile(scene, file, shownInPage(file.mediaType)) : refuse({ code: 'not-found' })
}
