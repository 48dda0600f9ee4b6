import './field.css'
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { t } from '../words/words.ts'
import { Icon } from './icon.tsx'

/** What a field hands its control, so that label, help and error belong to it; spread it on the control. */
export interface FieldLink {
  id?: string | undefined
  'aria-describedby'?: string | undefined
  'aria-invalid'?: boolean | undefined
  'aria-required'?: boolean | undefined
  /** For a control in a table cell or a bar, which has no visible label of its own. */
  'aria-label'?: string | undefined
}

export interface FieldProps {
  label: string
  children: (link: FieldLink) => ComponentChildren
  required?: boolean | undefined
  /** Says 选填 beside the label, for forms in which nearly everything is required. */
  optional?: boolean | undefined
  help?: ComponentChildren
  error?: string | undefined
  /** True for radios, checkboxes, ranges and cascaders: a fieldset with a legend. */
  group?: boolean | undefined
  /** Figures and dates: no wider than they need. */
  short?: boolean | undefined
  /** Finds the field again, as in `data-pointer` for the first error. */
  pointer?: string | undefined
}

/** Label, red star, control, help, and the error under it. */
export function Field({ label, children, required, optional, help, error, group, short, pointer }: FieldProps) {
  const id = useId()
  const described = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  const link: FieldLink = {
    'aria-describedby': described || undefined,
    'aria-invalid': error ? true : undefined,
    'aria-required': required || undefined,
  }
  const name = (
    <>
      {required && (
        <span class="field-star" aria-hidden="true">
          *
        </span>
      )}
      {label}
      {required && group && <span class="visually-hidden">（{t('ui.required')}）</span>}
      {optional && <span class="field-optional">{t('ui.optional')}</span>}
    </>
  )
  const under = (
    <>
      {help && (
        <div class="field-help" id={`${id}-help`}>
          {help}
        </div>
      )}
      {error && (
        <div class="field-error" id={`${id}-error`}>
          <Icon name="error" size={14} />
          <span>{error}</span>
        </div>
      )}
    </>
  )
  if (group) {
    return (
      <fieldset class="field" data-pointer={pointer} aria-describedby={described || undefined}>
        <legend class="field-label">{name}</legend>
        {children({ 'aria-invalid': link['aria-invalid'] })}
        {under}
      </fieldset>
    )
  }
  return (
    <div class={`field${short ? ' field-short' : ''}`} data-pointer={pointer}>
      <label class="field-label" for={id}>
        {name}
      </label>
      {children({ id, ...link })}
      {under}
    </div>
  )
}
