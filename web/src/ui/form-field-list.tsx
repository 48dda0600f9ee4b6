import './form-rows.css'
import { t } from '../words/words.ts'
import { DescriptionList } from './description-list.tsx'
import { Field, type FieldLink } from './field.tsx'
import { FileDrop } from './file-drop.tsx'
import { asFiles, type FormErrors, type FormField, type FormValues, pointerTo } from './form-field.ts'
import { FormFieldControl, isGroup } from './form-field-control.tsx'
import { FormFieldValue } from './form-field-value.tsx'
import { FormRows } from './form-rows.tsx'

export interface FormFieldListProps {
  fields: readonly FormField[]
  values: FormValues
  onChange?: ((key: string, value: unknown) => void) | undefined
  errors?: FormErrors | undefined
  /** Pointer the fields hang under. */
  base?: string | undefined
  /** For reading and printing. */
  readOnly?: boolean | undefined
  /** Uploads; progress and the stored file come back through the field's value, a list of `FileItem`. */
  onAddFiles?: ((key: string, files: File[]) => void) | undefined
  onRemoveFile?: ((key: string, id: string) => void) | undefined
}

const shortTypes: readonly string[] = ['number', 'money', 'date']
const wideTypes: readonly string[] = ['longtext', 'table', 'people', 'file']

function helpOf(field: FormField): string | undefined {
  return [field.help, field.identifying ? t('ui.identifying') : ''].filter(Boolean).join('　') || undefined
}

/** Draws a form that is data. It knows no rule: errors come from the server by pointer. */
export function FormFieldList(props: FormFieldListProps) {
  const { fields, values, onChange, errors = {}, base = '/form', readOnly, onAddFiles, onRemoveFile } = props
  if (readOnly) {
    const items = fields.map((field) => ({
      label: field.title,
      value: <FormFieldValue field={field} value={values[field.key]} />,
      wide: wideTypes.includes(field.type),
    }))
    return <DescriptionList items={items} />
  }
  function control(field: FormField, link: FieldLink, pointer: string) {
    const value = values[field.key]
    const change = (next: unknown) => onChange?.(field.key, next)
    if (field.type === 'table' || field.type === 'people') {
      return <FormRows field={field} value={value} onChange={change} errors={errors} pointer={pointer} />
    }
    if (field.type !== 'file') return <FormFieldControl field={field} value={value} onChange={change} link={link} />
    return (
      <FileDrop
        {...link}
        files={asFiles(value)}
        accept={field.limits?.accept}
        maxBytes={field.limits?.maxBytes}
        multiple={(field.limits?.maxFiles ?? 1) > 1}
        onAdd={(files) => onAddFiles?.(field.key, files)}
        onRemove={(id) => onRemoveFile?.(field.key, id)}
      />
    )
  }
  return (
    <div class="form-list">
      {fields.map((field) => {
        const pointer = pointerTo(base, field.key)
        return (
          <Field
            key={field.key}
            label={field.title}
            required={field.required}
            help={helpOf(field)}
            error={errors[pointer]}
            group={isGroup(field)}
            short={shortTypes.includes(field.type)}
            pointer={pointer}
          >
            {(link) => control(field, link, pointer)}
          </Field>
        )
      })}
    </div>
  )
}
