import { addressOf, type OutputOf } from '../../../call.ts'
import type { FileItem } from '../../../ui/file-item.ts'
import { asRows } from '../../../ui/form-field.ts'
import { t } from '../../../words/words.ts'

/** An attachment, or a file on its way to become one. */
export interface AttachmentItem extends FileItem {
  state: 'stored' | 'going' | 'waiting' | 'failed' | 'unfinished'
  mediaType?: string | undefined
  /** Whether trying again can help: a file that is refused for what it is stays refused. */
  again?: boolean | undefined
  /** The field of the form that it answers; null for the attachments at large. */
  field: string | null
}

type Values = Readonly<Record<string, unknown>>
type Form = readonly { key: string; type: string }[]

/** The attachments of an application, each with the file field that names it. */
export function storedItems(
  at: { district: string; id: string },
  attachments: OutputOf<'readApplication'>['attachments'],
  form: Form,
  values: Values,
): AttachmentItem[] {
  const fields = form.filter(({ type }) => type === 'file')
  return attachments.map(({ id, name, size, mediaType }) => ({
    id,
    name,
    size,
    mediaType,
    state: 'stored',
    field: fields.find(({ key }) => asRows(values[key]).some((row) => row['attachment'] === id))?.key ?? null,
    href: addressOf('readAttachment', { ...at, attachmentId: id }),
  }))
}

/** The values of a form with each file field as the list of files that the kit draws. */
export function withFileItems(
  values: Readonly<Record<string, unknown>>,
  form: readonly { key: string; type: string }[],
  items: readonly AttachmentItem[],
): Readonly<Record<string, unknown>> {
  const fields = form.filter(({ type }) => type === 'file')
  return {
    ...values,
    ...Object.fromEntries(
      fields.map(({ key }) => [
        key,
        items
          .filter(({ field }) => field === key)
          .map((one) => ({
            ...one,
            name: one.state === 'waiting' ? `${one.name}（${t('drafting.waiting')}）` : one.name,
          })),
      ]),
    ),
  }
}
