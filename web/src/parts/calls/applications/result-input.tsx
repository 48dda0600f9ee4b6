import { NOTICE_RESULTS } from '@shixun/domain/calls/notices/notice-results'
import { useId } from 'preact/hooks'
import type { FieldLink } from '../../../ui/field.tsx'
import { LONGEST_RESULT } from '../notices/notice-draft.ts'

interface ResultInputProps extends FieldLink {
  value: string
  onChange: (value: string) => void
  placeholder: string
}

/** A result of a notice: one of the usual words, or any other. */
export function ResultInput({ onChange, ...rest }: ResultInputProps) {
  const list = useId()
  return (
    <>
      <input
        class="control"
        type="text"
        list={list}
        maxLength={LONGEST_RESULT}
        {...rest}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <datalist id={list}>
        {NOTICE_RESULTS.map((word) => (
          <option key={word} value={word} />
        ))}
      </datalist>
    </>
  )
}
