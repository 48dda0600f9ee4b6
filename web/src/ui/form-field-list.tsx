import { wordFile } from '../words/words.ts'
import './form-rows.css'
import type { ComponentType } from 'preact'
import { lazyPage } from '../lazy-page.tsx'
import { t } from '../words/words.ts'
import { Field, type FieldLink } from './field.tsx'
import { FileDrop } from './file-drop.tsx'
import { FindingLines } from './finding-lines.tsx'
import { asFiles, type FormErrors, type FormField, type FormValues, pointerTo } from './form-field.ts'
import { FormFieldControl, isGroup } from './form-field-control.tsx'
import { type FormFinding, findingsAt, isBlocked, noFindings, withoutFound } from './form-finding.ts'
import { FormRows, type FormRowsProps } from './form-rows.tsx'

export interface FormFieldListProps {
  fields: readonly FormField[]
  values: FormValues
  onChange?: ((key: string, value: unknown) => void) | undefined
  errors?: FormErrors | undefined
  /** What live checks of the server found; pointers hang under `base` like those of errors. */
  findings?: readonly FormFinding[] | undefined
  /** Pointer the fields hang under. */
  base?: string | undefined
  /** Uploads; progress and the stored file come back through the field's value, a list of `FileItem`. */
  onAddFiles?: ((key: string, files: File[]) => void) | undefined
  onRemoveFile?: ((key: string, id: string) => void) | undefined
}

const shortTypes: readonly string[] = ['number', 'money', 'date']
const budgetWords = wordFile('money', () => import('../words/zh/money.ts'))
/** The types whose value is rows, and what draws them; the heavy ones are fetched by forms that ask for them. */
const rowControls: Partial<Record<FormField['type'], ComponentType<FormRowsProps>>> = {
  table: FormRows,
  people: FormRows,
  stages: lazyPage(() => import('./stages-field.tsx').then((m) => m.StagesField)),
  courses: lazyPage(() => import('./courses-field.tsx').then((m) => m.CoursesField)),
  budget: lazyPage(() => import('./budget-field.tsx').then((m) => m.BudgetField), budgetWords),
}

function helpOf(field: FormField): string | undefined {
  return [field.help, field.identifying ? t('ui.identifying') : ''].filter(Boolean).join('　') || undefined
}

/** Draws a form that is data. It knows no rule: errors come from the server by pointer. */
export function FormFieldList(props: FormFieldListProps) {
  const { fields, values, onChange, base = '/form', onAddFiles, onRemoveFile } = props
  const { findings = noFindings } = props
  const errors = withoutFound(props.errors ?? {}, findings)
  function control(field: FormField, link: FieldLink, pointer: string) {
    const value = values[field.key]
    const change = (next: unknown) => onChange?.(field.key, next)
    const Rows = rowControls[field.type]
    if (Rows) {
      return (
        <Rows field={field} value={value} onChange={change} errors={errors} pointer={pointer} findings={findings} />
      )
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
            {(link) => (
              <>
                {control(field, isBlocked(findings, pointer) ? { ...link, 'aria-invalid': true } : link, pointer)}
                {field.type !== 'budget' && <FindingLines findings={findingsAt(findings, pointer)} />}
              </>
            )}
          </Field>
        )
      })}
    </div>
  )
}
