interface Span {
  from: string
  to: string | null
}

export interface PeriodScale {
  /** Where a day lies between the first and the last year's ends, 0 to 1. */
  share: (date: string) => number
  /** First days of the years; so many are named that their labels do not meet. */
  years: readonly { year: number; date: string; named: boolean }[]
}

const yearOf = (date: string) => Number(date.slice(0, 4))

/** A scale of whole years around spans of days; what is still so lasts until today. At most so many years are named. */
export function periodScale(spans: readonly Span[], today: string, mostNames: number): PeriodScale {
  const ends = spans.flatMap(({ from, to }) => [yearOf(from), yearOf(to ?? today)])
  const [first, last] = [Math.min(...ends, yearOf(today)), Math.max(...ends, yearOf(today)) + 1]
  const start = Date.UTC(first, 0, 1)
  const room = Date.UTC(last, 0, 1) - start
  const step = Math.ceil((last - first) / mostNames)
  return {
    share: (date) => (Date.parse(`${date}T00:00:00Z`) - start) / room,
    years: Array.from({ length: last - first }, (_, n) => ({
      year: first + n,
      date: `${first + n}-01-01`,
      named: n % step === 0,
    })),
  }
}
