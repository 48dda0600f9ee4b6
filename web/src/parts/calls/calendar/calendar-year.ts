import type { DayKind } from '@shixun/domain/calls/calendar/working-days'
import { t } from '../../../words/words.ts'
import { type GridDay, weekdayOf } from './day-grid.tsx'

/** What a notice says of a year: days off, and weekend days that are worked. */
export interface CalendarYear {
  holidays: readonly string[]
  makeUpDays: readonly string[]
  source: string
}
export interface CalendarValue {
  years: Readonly<Record<string, CalendarYear>>
}

const isWeekend = (date: string) => weekdayOf(date) % 6 === 0

function kindOf(year: CalendarYear, date: string): DayKind {
  if (year.makeUpDays.includes(date)) return 'make_up'
  if (year.holidays.includes(date)) return 'holiday'
  return isWeekend(date) ? 'weekend' : 'working'
}

/** The next thing a day can be: a weekend day off, worked or as usual; a week day off or as usual. */
export function turned(year: CalendarYear, date: string): CalendarYear {
  const kind = kindOf(year, date)
  const without = (days: readonly string[]) => days.filter((day) => day !== date)
  const rest = { ...year, holidays: without(year.holidays), makeUpDays: without(year.makeUpDays) }
  if (kind === 'make_up' || (kind === 'holiday' && !isWeekend(date))) return rest
  if (kind === 'holiday') return { ...rest, makeUpDays: [...rest.makeUpDays, date].sort() }
  return { ...rest, holidays: [...rest.holidays, date].sort() }
}

/** The days of a month, `month` from 1, as a grid shows them. */
export function monthDays(year: CalendarYear, of: number, month: number): GridDay[] {
  const last = new Date(Date.UTC(of, month, 0)).getUTCDate()
  return Array.from({ length: last }, (_, index) => {
    const date = `${of}-${String(month).padStart(2, '0')}-${String(index + 1).padStart(2, '0')}`
    const kind = kindOf(year, date)
    return {
      date,
      kind,
      mark: kind === 'holiday' || kind === 'make_up' ? t(`publicity.mark.${kind}`) : '',
      said: `${date} ${t(`publicity.dayKind.${kind}`)}`,
    }
  })
}

/** The months that a year's arrangement touches, the December before with them when 元旦 reaches into it. */
export function monthsOf(year: CalendarYear, of: number): { year: number; month: number }[] {
  const before = [...year.holidays, ...year.makeUpDays].some((day) => Number(day.slice(0, 4)) === of - 1)
  const own = Array.from({ length: 12 }, (_, index) => ({ year: of, month: index + 1 }))
  return before ? [{ year: of - 1, month: 12 }, ...own] : own
}
