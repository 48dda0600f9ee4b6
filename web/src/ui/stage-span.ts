import { asText, type FormValues } from './form-field.ts'

/** A stage with both dates: `start` and `end` are days since 1970, the end exclusive. */
export interface Stage {
  text: string
  from: string
  to: string
  start: number
  end: number
  days: number
}

export interface Span {
  from: number
  to: number
}

const dayMs = 86_400_000

function dayOf(date: string): number | null {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  return Number.isNaN(ms) ? null : ms / dayMs
}

/** The rows that can be drawn: both dates are there, and the end is no earlier than the start. */
export function stagesOf(rows: readonly FormValues[]): Stage[] {
  return rows.flatMap((row) => {
    const [text, from, to] = [asText(row['text']), asText(row['from']), asText(row['to'])]
    const [start, last] = [dayOf(from), dayOf(to)]
    if (start === null || last === null || last < start) return []
    return [{ text, from, to, start, end: last + 1, days: last + 1 - start }]
  })
}

function firstOfMonth(year: number, month: number): number {
  return Date.UTC(year, month, 1) / dayMs
}

function monthOf(day: number): [year: number, month: number] {
  const date = new Date(day * dayMs)
  return [date.getUTCFullYear(), date.getUTCMonth()]
}

/** Whole months from the first start to the last end; null when there is nothing to draw. */
export function spanOf(stages: readonly Stage[]): Span | null {
  if (stages.length === 0) return null
  const [year, month] = monthOf(Math.min(...stages.map(({ start }) => start)))
  const [lastYear, lastMonth] = monthOf(Math.max(...stages.map(({ end }) => end)) - 1)
  return { from: firstOfMonth(year, month), to: firstOfMonth(lastYear, lastMonth + 1) }
}

/** The first day of each month of a span; a year is named where it begins. */
export function monthMarks({ from, to }: Span): { day: number; label: string }[] {
  const [year, month] = monthOf(from)
  const marks: { day: number; label: string }[] = []
  for (let step = 0; firstOfMonth(year, month + step) < to; step++) {
    const day = firstOfMonth(year, month + step)
    const [ofYear, ofMonth] = monthOf(day)
    const named = step === 0 || ofMonth === 0
    marks.push({ day, label: named ? `${ofYear}-${String(ofMonth + 1).padStart(2, '0')}` : String(ofMonth + 1) })
  }
  return marks
}
