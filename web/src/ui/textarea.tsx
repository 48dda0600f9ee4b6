import './field.css'
import { t } from '../words/words.ts'
import type { FieldLink } from './field.tsx'

export interface TextareaProps extends FieldLink {
  value: string
  onChange: (value: string) => void
  onBlur?: (() => void) | undefined
  rows?: number | undefined
  /** Shown as a count under the box; typing further stays possible, so that a pasted text is never cut in silence. */
  maxLength?: number | undefined
  placeholder?: string | undefined
  disabled?: boolean | undefined
  readOnly?: boolean | undefined
}

export function Textarea({ onChange, maxLength, rows = 4, ...rest }: TextareaProps) {
  // code points, as the server counts them: a rare character outside the BMP is one 字
  const length = [...rest.value].length
  return (
    <div>
      <textarea class="control" rows={rows} {...rest} onInput={(event) => onChange(event.currentTarget.value)} />
      {maxLength !== undefined && !rest.readOnly && (
        <div class={`control-foot${length > maxLength ? ' over' : ''}`}>
          {t('ui.characters', { n: length, max: maxLength })}
        </div>
      )}
    </div>
  )
}
