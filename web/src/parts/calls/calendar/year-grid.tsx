import { t } from '../../../words/words.ts'
import { type CalendarYear, monthDays, monthsOf } from './calendar-year.ts'
import { DayGrid } from './day-grid.tsx'

interface YearGridProps {
  year: number
  value: CalendarYear
  onPick?: ((date: string) => void) | undefined
}

/** A year month by month, with what each day is. */
export function YearGrid({ year, value, onPick }: YearGridProps) {
  return (
    <div class="year-grid">
      {monthsOf(value, year).map((one) => (
        <DayGrid
          key={`${one.year}-${one.month}`}
          caption={t('publicity.monthOf', { year: one.year, n: one.month })}
          days={monthDays(value, one.year, one.month)}
          onPick={onPick}
        />
      ))}
    </div>
  )
}
