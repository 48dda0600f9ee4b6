import { isCalendarDate } from '../shared/china-time.ts'

/** A word with its span as tables write it: `班主任（2021-09-01 至今）`. No dates: `from` is null. `to` null: still so. */
export type Period = { word: string; from: string | null; to: string | null }

/** What is wrong with such a cell, by the keys of the field problems. */
export type PeriodProblem = 'wrong_period' | 'not_a_date' | 'ends_before_start'

const SPAN = /^(.+?)\s*[（(]\s*(.+?)\s*[)）]$/
const UNTIL = /\s*(?:至|到|~|～|—+|–)\s*/
const STILL = /^(?:今|现在|目前)?$/

/** A calendar day `YYYY-MM-DD` of a day as tables write it (`2026-12-31`, `2026/12/31`, `2026.12.31`, `2026年12月31日`), or null. */
export function readDay(written: string): string | null {
  const [, y = '', m = '', d = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(written.trim()) ?? []
  const day = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
  return isCalendarDate(day) ? day : null
}

function readOne(text: string): Period | PeriodProblem {
  const span = SPAN.exec(text)
  if (!span) return /[（()）]/.test(text) ? 'wrong_period' : { word: text, from: null, to: null }
  const [, word = '', dates = ''] = span
  const [first = '', last, ...more] = dates.split(UNTIL)
  if (last === undefined || more.length > 0) return 'wrong_period'
  const from = readDay(first)
  const to = STILL.test(last) ? null : readDay(last)
  if (from === null || (to === null && !STILL.test(last))) return 'not_a_date'
  return to !== null && to < from ? 'ends_before_start' : { word: word.trim(), from, to }
}

/** Several words with their spans in one cell, set apart by 、，；, or line ends outside brackets. Each as written, in order. */
export function readPeriods(text: string): { periods: Period[]; problem: PeriodProblem | null } {
  const parts = text
    .split(/[、,，;；\n]+(?![^（(]*[)）])/)
    // words without dates may also be set apart by spaces
    .flatMap((part) => (/[（()）]/.test(part) ? [part.trim()] : part.trim().split(/\s+/)))
    .filter((part) => part !== '')
  const periods: Period[] = []
  for (const part of parts) {
    const read = readOne(part)
    if (typeof read === 'string') return { periods, problem: read }
    periods.push(read)
  }
  return { periods, problem: null }
}

/** The same cell written again, so that an exported table can be brought in. */
export function periodText({ word, from, to }: Period): string {
  return from === null ? word : `${word}（${from} 至${to === null ? '今' : ` ${to}`}）`
}
