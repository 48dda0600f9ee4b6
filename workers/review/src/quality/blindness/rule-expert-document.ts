import { commit } from '@shixun/db/commit'
import { statement } from '@shixun/db/statement'
import { checkOf } from '@shixun/db/tenant/expert-documents'
import { documentReason, documentState } from '@shixun/domain/quality/blindness/expert-document'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { ReviewScene } from '../../store.ts'
import { expertDocumentCard, isIdentifying } from './expert-document-card.ts'
import { loadCheckedDocument } from './load-expert-document.ts'

type Given = {
  params: { id: string; attachmentId: string }
  body: { ruling: 'show' | 'hide' | null; note: string }
}

/** 给不给专家看：the office's word stands above what the machine found, save that nothing unclean is ever shown. */
export async function ruleExpertDocument(scene: ReviewScene, { params, body }: Given): Promise<Verdict> {
  const row = await loadCheckedDocument(scene, params)
  if (!row) return refuse({ code: 'not-found' })
  if (isIdentifying(row))
    return refuse({
      code: 'document-withheld',
      facts: { reason: '该填报项标为识别信息，双盲评审时不给专家看，无需另行处理。' },
    })
  const check = checkOf(row)
  const state = documentState(check, false)
  if (body.ruling === 'show' && state === 'unclean')
    return refuse({ code: 'document-withheld', facts: { reason: documentReason(state, check) ?? '' } })
  const version = row.checkVersion ?? 1
  if (scene.seen !== null && scene.seen !== version) return refuse({ code: 'version-stale' })
  const event = {
    entity: row.id,
    version: version + 1,
    verb: 'rule-document',
    before: { ruling: row.ruling },
    after: { ruling: body.ruling, names: row.names },
    note: body.note,
  }
  const answer = expertDocumentCard(scene, { ...row, ruling: body.ruling, note: body.note, checkVersion: version + 1 })
  const written = statement(
    'UPDATE expert_documents SET ruling = ?, note = ?, version = version + 1 WHERE attachment_id = ? AND version = ?',
    body.ruling,
    body.note,
    row.id,
    version,
  )
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [event],
    [written],
    storedAnswer(200, answer, version + 1),
  )
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version: version + 1 })
}
