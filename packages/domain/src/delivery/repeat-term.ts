import { lastDayOfMonth } from '../shared/china-time.ts'
import type { TermRule } from './repeat-rules.ts'

/** A term as the report knows it, `2026-spring`; days, both ends count. */
export type Term = { key: string; name: string; from: string; to: string }

const two = (month: number) => String(month).padStart(2, '0')

function termIn(year: number, { key, name, from, to }: TermRule): Term {
  const ends = to < from ? year + 1 : year
  return {
    key: `${year}-${key}`,
    name: `${year} 年${name}`,
    from: `${year}-${two(from)}-01`,
    to: lastDayOfMonth(ends, to),
  }
}

/** The term that holds a day; null when the rules leave its month out. */
export function termOf(day: string, terms: readonly TermRule[]): Term | null {
  const year = Number(day.slice(0, 4))
  const candidates = terms.flatMap((rule) => [termIn(year, rule), termIn(year - 1, rule)])
  return candidates.find(({ from, to }) => from <= day && day <= to) ?? null
}

/** The term of a key such as `2026-spring`; null when there is none. */
export function termOfKey(key: string, terms: readonly TermRule[]): Term | null {
  const [, year, name] = /^(20\d\d)-(\w+)$/.exec(key) ?? []
  const rule = terms.find((one) => one.key === name)
  return rule && year !== undefined ? termIn(Number(year), rule) : null
}

/** The term of a day and those around it, newest first: the next one, this one and `before` earlier ones. */
export function termsAround(day: string, terms: readonly TermRule[], before: number): Term[] {
  const year = Number(day.slice(0, 4))
  const all = Array.from({ length: Math.ceil(before / Math.max(1, terms.length)) + 3 }, (_, n) => year + 1 - n)
    .flatMap((one) => terms.map((rule) => termIn(one, rule)))
    .sort((a, b) => (a.from < b.from ? 1 : -1))
  const now = all.findIndex(({ from }) => from <= day)
  return all.slice(Math.max(0, now - 1), now + before + 1)
}

/** Months from 1 that no term or more than one holds: terms must cover the year once. */
export function termGaps(terms: readonly TermRule[]): number[] {
  return Array.from({ length: 12 }, (_, index) => index + 1).filter((month) => {
    const holding = terms.filter(({ from, to }) =>
      from <= to ? from <= month && month <= to : month >= from || month <= to,
    )
    return holding.length !== 1
  })
}
