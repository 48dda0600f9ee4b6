import { t } from '../words/words.ts'
import { DateInput } from './date-input.tsx'

interface DateSpan {
  from: string
  to: string
}

export interface DateRangeProps {
  value: DateSpan
  onChange: (span: DateSpan) => void
  min?: string | undefined
  max?: string | undefined
  disabled?: boolean | undefined
  'aria-invalid'?: boolean | undefined
}

/** Two dates; put it in a `Field` with `group`. Each end bounds the other. */
export function DateRange({ value, onChange, min, max, disabled, ...aria }: DateRangeProps) {
  return (
    <div class="control-range">
      <DateInput
        {...aria}
        aria-label={t('ui.startDate')}
        value={value.from}
        min={min}
        max={value.to || max}
        disabled={disabled}
        onChange={(from) => onChange({ ...value, from })}
      />
      <div class="control-range-end">
        <span aria-hidden="true">{t('ui.to')}</span>
        <DateInput
          {...aria}
          aria-label={t('ui.endDate')}
          value={value.to}
          min={value.from || min}
          max={max}
          disabled={disabled}
          onChange={(to) => onChange({ ...value, to })}
        />
      </div>
    </div>
  )
}
