import type { FormField } from '@shixun/domain/calls/design/form'
import { DataTable } from '../../../ui/data-table.tsx'
import { t, wordFor } from '../../../words/words.ts'

/** The fields of a form, for reading. */
export function FormTable({ form }: { form: readonly FormField[] }) {
  return (
    <DataTable
      caption={t('calls.form')}
      rows={form}
      rowKey={(field) => field.key}
      columns={[
        { key: 'title', title: t('calls.field'), render: (field) => field.title, card: 'title' },
        { key: 'type', title: t('calls.fieldType'), nowrap: true, render: (field) => wordFor('fieldType', field.type) },
        {
          key: 'required',
          title: t('ui.required'),
          nowrap: true,
          render: (field) => (field.required ? t('ui.yes') : t('ui.no')),
        },
        { key: 'help', title: t('calls.fieldHelp'), render: (field) => field.help ?? t('ui.none') },
      ]}
    />
  )
}
