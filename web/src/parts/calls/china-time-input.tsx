import { useEffect, useState } from 'preact/hooks'
import { DateInput } from '../../ui/date-input.tsx'
import { t } from '../../words/words.ts'
import { chinaInstant, chinaParts } from './china-instant.ts'

interface ChinaTimeInputProps {
  /** RFC 3339 instant, or ''. */
  value: string
  onChange: (instant: string) => void
  /** The time that stands there before one is chosen. */
  usualTime: string
  'aria-invalid'?: boolean | undefined
}

/** Day and time of day in China, whatever the zone of the machine; put it in a `Field` with `group`. */
export function ChinaTimeInput({ value, onChange, usualTime, ...aria }: ChinaTimeInputProps) {
  const given = chinaParts(value)
  const [parts, setParts] = useState(given.day === '' ? { day: '', time: usualTime } : given)
  useEffect(() => {
    if (value !== '' && chinaInstant(parts.day, parts.time) !== value) setParts(chinaParts(value))
  }, [value])
  function set(next: { day: string; time: string }) {
    setParts(next)
    onChange(chinaInstant(next.day, next.time))
  }
  return (
    <div class="china-time">
      <DateInput {...aria} aria-label={t('frame.date')} value={parts.day} onChange={(day) => set({ ...parts, day })} />
      <input
        class="control"
        type="time"
        aria-label={t('frame.time')}
        aria-invalid={aria['aria-invalid']}
        value={parts.time}
        onInput={(event) => set({ ...parts, time: event.currentTarget.value })}
      />
    </div>
  )
}
