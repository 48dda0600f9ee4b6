import type { FormField } from '@shixun/domain/calls/design/form'
import { choicesOf, oneOf } from '../../../frame/choices.ts'
import { Button } from '../../../ui/button.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { t } from '../../../words/words.ts'
import { fieldKey, movedTo, randomDigit } from './field-design.ts'

type Column = NonNullable<FormField['columns']>[number]

interface TableColumnsProps {
  columns: readonly Column[]
  errors: Readonly<Record<string, string>>
  onChange: (columns: Column[]) => void
}

const types = ['text', 'number', 'money', 'date'] as const
const most = 20

/** The columns of a table field. */
export function TableColumns({ columns, errors, onChange }: TableColumnsProps) {
  const set = (at: number, part: Partial<Column>) =>
    onChange(columns.map((one, index) => (index === at ? { ...one, ...part } : one)))
  const keys = columns.map(({ key }) => key)
  return (
    <fieldset class="field">
      <legend class="field-label">
        <span class="field-star" aria-hidden="true">
          *
        </span>
        {t('design.columns')}
      </legend>
      {columns.map((column, at) => (
        <div key={column.key} class="column-row">
          <TextInput
            aria-label={t('design.columnTitle', { n: at + 1 })}
            value={column.title}
            onChange={(title) => set(at, { title })}
            maxLength={40}
            placeholder={t('design.columnTitle', { n: at + 1 })}
          />
          <Select
            aria-label={t('design.columnType', { n: at + 1 })}
            value={column.type}
            onChange={(type) => set(at, { type: oneOf(types, type) })}
            options={choicesOf('fieldType', types)}
            placeholder={null}
          />
          <div class="row">
            <Button
              kind="text"
              icon="up"
              disabled={at === 0}
              title={t('design.up', { title: column.title })}
              onClick={() => onChange(movedTo(columns, at, at - 1))}
            />
            <Button
              kind="text"
              icon="close"
              title={t('design.removeColumn', { n: at + 1 })}
              onClick={() => onChange(columns.filter((_, index) => index !== at))}
            />
          </div>
        </div>
      ))}
      {Object.entries(errors)
        .filter(([pointer]) => pointer.startsWith('/columns'))
        .map(([pointer, text]) => (
          <div key={pointer} class="field-error">
            {text}
          </div>
        ))}
      <Button
        size="small"
        icon="plus"
        disabled={columns.length >= most}
        onClick={() => onChange([...columns, { key: fieldKey('col', keys, randomDigit), title: '', type: 'text' }])}
      >
        {t('design.addColumn')}
      </Button>
    </fieldset>
  )
}
