import { checkOf, type documentById } from '@shixun/db/tenant/expert-documents'
import { scopeOf } from '@shixun/domain/identity/permission'
import { fieldOfFile } from '@shixun/domain/quality/blindness/blind-files'
import { documentReason, documentState } from '@shixun/domain/quality/blindness/expert-document'
import type { ReviewScene } from '../../store.ts'

export type DocumentRow = ReturnType<ReturnType<typeof documentById>['decode']>

/** Whether the form says that answers to its field tell who applied. */
export function isIdentifying({ id, form, formValues }: DocumentRow): boolean {
  return fieldOfFile(id, form, formValues)?.identifying === true
}

const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  unchecked: ['hide', 'replace'],
  ready: ['hide', 'replace'],
  held: ['show', 'hide', 'replace'],
  unclean: ['hide', 'replace'],
  hidden: ['show', 'replace'],
}

/** A file as the office looks at it before experts do. */
export function expertDocumentCard(scene: ReviewScene, row: DocumentRow) {
  const check = checkOf(row)
  const state = documentState(check, isIdentifying(row))
  const may = scopeOf(scene.visitor, 'document.write') !== null && !isIdentifying(row)
  const { id, applicationId, title, unitName, name, ruling, note } = row
  return {
    id,
    version: row.checkVersion ?? 0,
    actions: may ? [...(ACTIONS[state] ?? [])] : [],
    applicationId,
    title,
    unitName,
    name,
    field: fieldOfFile(id, row.form, row.formValues)?.title ?? null,
    mediaType: row.cleanType ?? row.mediaType,
    size: row.cleanSize ?? row.size,
    state,
    reason: isIdentifying(row) ? '该填报项标为识别信息，双盲评审时不给专家看。' : documentReason(state, check),
    names: [...(check?.names ?? [])],
    whole: check?.whole ?? null,
    ruling,
    note,
    replaced: row.replacedAt !== null,
  }
}
