import { commit } from '@shixun/db/commit'
import { statement } from '@shixun/db/statement'
import { documentReason, documentState } from '@shixun/domain/quality/blindness/expert-document'
import { ok, refuse } from '@shixun/domain/shared/result'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import { judgedFile, postedFile } from '@shixun/tenant/posted-file'
import type { ReviewScene } from '../../store.ts'
import { cleanFile, keepCleaning } from './clean-file.ts'
import { expertDocumentCard, isIdentifying } from './expert-document-card.ts'
import { loadDocument, namesOf } from './load-expert-document.ts'

const MOST = 52_428_800
const TOO_LARGE = { code: 'body-too-large', facts: { limit: '50 MB' } } as const

/**
 * 换上隐去名称的副本：experts get it in the place of the file, which stays as it was handed in. It is cleaned and looked
 * through like any other; what was ruled of the file before does not hold for it.
 */
export async function replaceExpertDocument(
  scene: ReviewScene,
  { params, raw }: { params: { id: string; attachmentId: string }; raw: Request },
): Promise<Verdict> {
  const posted = await postedFile(raw, MOST, TOO_LARGE)
  if (!posted.ok) return posted
  const row = await loadDocument(scene, params)
  if (!row) return refuse({ code: 'not-found' })
  if (isIdentifying(row))
    return refuse({
      code: 'document-withheld',
      facts: { reason: '该填报项标为识别信息，双盲评审时不给专家看，无需副本。' },
    })
  const version = row.checkVersion ?? 1
  if (scene.seen !== null && scene.seen !== version) return refuse({ code: 'version-stale' })
  const judged = await judgedFile(posted.value)
  if (!judged.ok) return judged
  const { bytes, card } = judged.value
  const { tenant } = scene.store
  const key = `${tenant.district.id}/clean/${row.id}/${scene.newId('fil')}`
  const source = { body: new Blob([bytes]).stream(), mediaType: card.mediaType, size: card.size }
  const cleaning = await cleanFile(scene, source, key, namesOf(scene, row))
  const check = { ...cleaning.check, ruling: null }
  const state = documentState(check, false)
  if (state === 'unclean')
    return refuse({ code: 'document-withheld', facts: { reason: documentReason(state, check) ?? '' } })
  const event = {
    entity: row.id,
    version: version + 1,
    verb: 'replace-document',
    after: { sha256: card.sha256, size: card.size, names: check.names },
  }
  const { cleanKey, cleanType, cleanSize } = cleaning
  const replaced = {
    ...row,
    ...check,
    names: [...check.names],
    cleanKey,
    cleanType,
    cleanSize,
    note: null,
    replacedAt: scene.now,
    checkVersion: version + 1,
  }
  const answer = expertDocumentCard(scene, replaced)
  const written = [
    // nobody may have looked at the file yet
    ...(row.checkVersion === null ? [keepCleaning(cleaning, row, scene.now)] : []),
    statement(
      `UPDATE expert_documents SET cleaner = ?, outcome = 'clean', reason = NULL, object_key = ?, media_type = ?, size = ?, names = ?, whole = ?,
        ruling = NULL, note = NULL, replaced_at = ?, version = version + 1 WHERE attachment_id = ? AND version = ?`,
      check.cleaner,
      cleanKey,
      cleanType,
      cleanSize,
      JSON.stringify(check.names),
      check.whole ? 1 : 0,
      scene.now,
      row.id,
      version,
    ),
  ]
  const refusal = await commit(tenant, scene.hand, [event], written, storedAnswer(200, answer, version + 1))
  // nothing names the copy then: it must not lie about
  if (refusal) scene.later(scene.store.objects.delete(key))
  return refusal ? refuse(refusedWrite(refusal)) : ok({ body: answer, version: version + 1 })
}
