import type { FormField, Means } from '@shixun/domain/calls/design/form'
import { useState } from 'preact/hooks'
import { choicesOf } from '../../../frame/choices.ts'
import { FormDialog } from '../../../frame/form-dialog.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Field } from '../../../ui/field.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { t, wordFor } from '../../../words/words.ts'
import { asType, choicesIn, fieldReady, fieldTypes, limitOf, meaningsOf } from './field-design.ts'
import { FieldLimits } from './field-limits.tsx'
import { TableColumns } from './table-columns.tsx'

interface FieldDialogProps {
  initial: FormField
  isNew: boolean
  /** What other fields of the form mean already. */
  taken: readonly Means[]
  /** Of this field, by pointer below it. */
  errors: Readonly<Record<string, string>>
  onSave: (field: FormField) => void
  onClose: () => void
}

/** Targets and outputs may be asked for twice; nothing else. */
const often: readonly Means[] = ['target', 'output']

function trimmed(field: FormField): FormField {
  const help = field.help?.trim()
  const columns = field.columns?.map((column) => ({ ...column, title: column.title.trim() }))
  return {
    ...field,
    title: field.title.trim(),
    help: help === '' ? undefined : help,
    ...(columns ? { columns } : {}),
    choices: field.choices?.length ? field.choices : undefined,
  }
}

/** 编辑栏目: one question of the form with its type, its limits and what it means to the rules. */
export function FieldDialog({ initial, isNew, taken, errors, onSave, onClose }: FieldDialogProps) {
  const [field, setField] = useState(initial)
  const [choices, setChoices] = useState((initial.choices ?? []).join('\n'))
  const set = (part: Partial<FormField>) => setField((before) => ({ ...before, ...part }))
  const { type, means } = field
  const meanings = meaningsOf(type).filter((one) => often.includes(one) || !taken.includes(one))
  return (
    <FormDialog
      open
      size="wide"
      title={isNew ? t('design.addField') : t('design.editField')}
      confirmLabel={isNew ? t('design.add') : t('ui.confirm')}
      ready={fieldReady(field)}
      busy={false}
      onSubmit={() => onSave(trimmed(field))}
      onClose={onClose}
    >
      <div class="grid-2">
        <Field label={t('design.fieldTitle')} required error={errors['/title']}>
          {(link) => <TextInput {...link} value={field.title} onChange={(title) => set({ title })} maxLength={60} />}
        </Field>
        <Field
          label={t('calls.fieldType')}
          required
          help={wordFor('fieldTypeHelp', type)}
          error={errors['/type'] ?? errors['/key']}
        >
          {(link) => (
            <Select
              {...link}
              value={type}
              onChange={(value) => setField(asType(field, fieldTypes.find((one) => one === value) ?? type))}
              options={choicesOf('fieldType', fieldTypes)}
              placeholder={null}
            />
          )}
        </Field>
      </div>
      <Field label={t('calls.fieldHelp')} help={t('design.helpHelp')} error={errors['/help']}>
        {(link) => (
          <Textarea {...link} value={field.help ?? ''} onChange={(help) => set({ help })} rows={2} maxLength={500} />
        )}
      </Field>
      {(type === 'choice' || type === 'courses') && (
        <Field
          label={type === 'choice' ? t('design.choices') : t('design.modules')}
          required={type === 'choice'}
          help={type === 'choice' ? t('design.choicesHelp') : t('design.modulesHelp')}
          error={Object.entries(errors).find(([pointer]) => pointer.startsWith('/choices'))?.[1]}
        >
          {(link) => (
            <Textarea
              {...link}
              value={choices}
              onChange={(text) => {
                setChoices(text)
                set({ choices: choicesIn(text) })
              }}
              rows={6}
            />
          )}
        </Field>
      )}
      {type === 'table' && (
        <TableColumns columns={field.columns ?? []} errors={errors} onChange={(columns) => set({ columns })} />
      )}
      {limitOf(type) !== null && <FieldLimits field={field} errors={errors} onChange={set} />}
      {meanings.length > 0 && (
        <Field label={t('design.means')} help={t('design.meansHelp')} error={errors['/means']}>
          {(link) => (
            <Select
              {...link}
              value={means ?? ''}
              onChange={(value) => set({ means: meanings.find((one) => one === value) })}
              options={choicesOf('means', meanings)}
              placeholder={t('design.meansNothing')}
            />
          )}
        </Field>
      )}
      <div class="choices">
        <Checkbox checked={field.required} onChange={(required) => set({ required })}>
          {t('ui.required')}
        </Checkbox>
        <Checkbox checked={field.identifying} onChange={(identifying) => set({ identifying })}>
          {t('ui.identifying')}
          <span class="choice-help">{t('design.identifyingHelp')}</span>
        </Checkbox>
      </div>
    </FormDialog>
  )
}
