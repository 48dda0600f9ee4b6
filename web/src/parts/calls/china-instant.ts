import { formatInstant } from '../../words/format.ts'

/** An instant as its day and time in China. */
export function chinaParts(instant: string): { day: string; time: string } {
  const text = formatInstant(instant)
  return text === '—' ? { day: '', time: '' } : { day: text.slice(0, 10), time: text.slice(11) }
}

/** `2026-03-01` and `17:30` of China as an RFC 3339 instant with milliseconds; '' when either is missing. */
export function chinaInstant(day: string, time: string): string {
  const date = new Date(`${day}T${time}:00+08:00`)
  return day === '' || time === '' || Number.isNaN(date.getTime()) ? '' : date.toISOString()
}
