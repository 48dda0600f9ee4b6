import { assertion, insertMany, type Statement } from '@shixun/db/statement'
import { applicationById, attachmentsOf } from '@shixun/db/tenant/calls'
import { savedFormOf } from '@shixun/db/tenant/drafts'
import { attachments as attachmentTable } from '@shixun/db/tenant/schema/calls'
import type { FormField, LeftValue } from '@shixun/domain/calls/design/form'
import { renamedFiles } from '@shixun/domain/calls/files/file-rows'
import type { DistrictScene } from '../../store.ts'
import { ADOPTED_FORM, carriedTo, type SavedForm } from './carried-draft.ts'

type Attachment = ReturnType<ReturnType<typeof attachmentsOf>['decode']>
type Source = {
  row: ReturnType<ReturnType<typeof applicationById>['decode']>
  saved: SavedForm | undefined
  attachments: readonly Attachment[]
}

/** Three reads for the batch of a verb that copies an earlier application. */
export function copyReads(id: string) {
  return [applicationById({ id }), attachmentsOf({ id }), savedFormOf({ id })] as const
}

/**
 * An earlier application as the beginning of a draft in another call: its answers carried to that call's form, what
 * finds no place kept beside them, its attachments under ids of their own. Copies share the stored object.
 */
export function copiedDraft(
  scene: DistrictScene,
  { row, saved, attachments }: Source,
  call: { form: FormField[]; formNo: number },
) {
  const copies = attachments.map((one) => ({ ...one, from: one.id, id: scene.newId('att') }))
  const form = saved ?? (row.form === null ? ADOPTED_FORM : { no: row.formNo, form: row.form })
  const named = renamedFiles(form.form, row.formValues, (id) => copies.find(({ from }) => from === id)?.id)
  const { values, left } = carriedTo(form, { no: call.formNo, form: call.form }, named, [])
  const leftValues: LeftValue[] = left
  return {
    values,
    leftValues,
    provenance: row.provenance,
    /** The copied attachments of the new row; the batch asserts that none went in the meantime. */
    filesOf(applicationId: string): { cards: Attachment[]; statements: Statement[] } {
      const cards = copies.map(({ from: _, ...one }) => ({ ...one, applicationId, createdAt: scene.now }))
      if (cards.length === 0) return { cards, statements: [] }
      const there = assertion(
        'copied',
        'SELECT count(*) = ? FROM attachments WHERE removed_at IS NULL AND id IN (SELECT value FROM json_each(?))',
        copies.length,
        JSON.stringify(copies.map(({ from }) => from)),
      )
      return { cards, statements: [there, insertMany(attachmentTable, cards)] }
    },
  }
}
