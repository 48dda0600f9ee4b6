import { checkOf } from '@shixun/db/tenant/expert-documents'
import { documentReason, documentState } from '@shixun/domain/quality/blindness/expert-document'
import { refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import { shownInPage } from '@shixun/tenant/shown-in-page'
import { storedFile } from '@shixun/tenant/stored-file'
import type { ReviewScene } from '../../store.ts'
import { isIdentifying } from './expert-document-card.ts'
import { loadCheckedDocument } from './load-expert-document.ts'

type Asked = { params: { id: string; attachmentId: string } }

/** 专家将看到的副本：for the office to look at before it rules, the held ones too. */
export async function readExpertDocument(scene: ReviewScene, { params }: Asked): Promise<Verdict> {
  const row = await loadCheckedDocument(scene, params)
  if (!row) return refuse({ code: 'not-found' })
  const check = checkOf(row)
  const reason = documentReason(documentState(check, isIdentifying(row)), check)
  if (row.cleanKey === null)
    return refuse({ code: 'document-withheld', facts: { reason: reason ?? '该填报项标为识别信息，没有副本。' } })
  const copy = { objectKey: row.cleanKey, name: row.name, mediaType: row.cleanType ?? row.mediaType }
  return storedFile(scene, copy, shownInPage(copy.mediaType))
}
