import type { FormField as ContractField } from '@shixun/domain/calls/design/form'
import type { FileItem } from '../../../ui/file-item.ts'
import { asRows, asText, type FormValues } from '../../../ui/form-field.ts'

/** Answers to read: rows of `file` fields name attachments by id, which people know by name and size. */
export function fileValues(form: readonly ContractField[], values: FormValues, files: readonly FileItem[]): FormValues {
  const named = form
    .filter(({ type }) => type === 'file')
    .map(({ key }) => [
      key,
      asRows(values[key]).flatMap((row) => files.find(({ id }) => id === asText(row['attachment'])) ?? []),
    ])
  return { ...values, ...Object.fromEntries(named) }
}
