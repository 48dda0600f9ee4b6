import './day-grid.css'
import type { DayKind } from '@shixun/domain/calls/calendar/working-days'
import { t } from '../../../words/words.ts'

/** One day of a grid. `mark` says in a word what is special, so that no colour is needed; `said` is the whole for those who hear it. */
export interface GridDay {
  date: string
  kind: DayKind
  mark: string
  said: string
  /** It counts in a term, or ends it. */
  look?: 'counted' | 'last' | undefined
}

interface DayGridProps {
  caption: string
  /** Days without a gap, from the first to the last. */
  days: readonly GridDay[]
  /** When given, every day is a button. */
  onPick?: ((date: string) => void) | undefined
}

const WEEK = [1, 2, 3, 4, 5, 6, 0] as const

/** Day of the week of `YYYY-MM-DD`: 0 Sunday to 6 Saturday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00.000Z`).getUTCDay()
}

function weeksOf(days: readonly GridDay[]): (GridDay | null)[][] {
  const [first] = days
  if (!first) return []
  const before = (weekdayOf(first.date) + 6) % 7
  const cells: (GridDay | null)[] = [...Array<null>(before).fill(null), ...days]
  while (cells.length % 7 > 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

function Day({ day, withMonth, onPick }: { day: GridDay; withMonth: boolean; onPick: DayGridProps['onPick'] }) {
  const month = Number(day.date.slice(5, 7))
  const no = Number(day.date.slice(8))
  const shown = (
    <>
      <span aria-hidden="true">
        {withMonth ? `${month}/${no}` : no}
        <span class="day-mark">{day.mark}</span>
      </span>
      <span class="visually-hidden">{day.said}</span>
    </>
  )
  const look = `day day-${day.kind}${day.look ? ' day-counted' : ''}${day.look === 'last' ? ' day-last' : ''}`
  if (!onPick) return <span class={look}>{shown}</span>
  return (
    <button class={look} type="button" onClick={() => onPick(day.date)}>
      {shown}
    </button>
  )
}

/** Days as weeks that begin on Monday. */
export function DayGrid({ caption, days, onPick }: DayGridProps) {
  const [first] = days
  return (
    <table class="day-grid">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {WEEK.map((day) => (
            <th key={day} scope="col">
              {t(`weekday.${day}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week) => (
          <tr key={week.find((day) => day !== null)?.date}>
            {week.map((day, place) => (
              <td key={day?.date ?? place}>
                {day && <Day day={day} withMonth={day === first || day.date.slice(8) === '01'} onPick={onPick} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
