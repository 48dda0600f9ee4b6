import { assertion, type Statement, statement } from '@shixun/db/statement'
import { count } from '@shixun/db/tenant/moves'
import { type NumberFacts, type NumberSeries, numberSeries, numberText } from '@shixun/domain/shared/number-pattern'

/** The counter of a series: its name carries the text before the running number, so that a new year counts anew. */
export function counterOf(what: string, series: NumberSeries): string {
  return `number.${what}.${series.before}`
}

/**
 * The next numbers of a series, without gaps and known before the commit, for what carries its number under a signature
 * or is numbered one at a time: the batch asserts that nobody was faster (`number`), and the loser is told to try again.
 */
export function nextNumbers(
  counters: readonly { name: string; n: number }[],
  what: string,
  pattern: string,
  facts: NumberFacts,
  howMany: number,
): { numbers: string[]; statements: Statement[] } {
  const series = numberSeries(pattern, facts)
  const name = counterOf(what, series)
  const given = counters.find((counter) => counter.name === name)?.n ?? 0
  const last = given + howMany
  return {
    numbers: Array.from({ length: howMany }, (_, n) => numberText(series, given + n + 1)),
    statements: [count(name, howMany), assertion('number', 'SELECT n = ? FROM counters WHERE name = ?', last, name)],
  }
}

/** The next number of a series. */
export function nextNumber(
  counters: readonly { name: string; n: number }[],
  what: string,
  pattern: string,
  facts: NumberFacts,
): { number: string; statements: Statement[] } {
  const { numbers, statements } = nextNumbers(counters, what, pattern, facts, 1)
  return { number: numbers[0] ?? '', statements }
}

/**
 * Numbers an application inside the batch itself, without gaps: two hundred schools that hand in at once all get
 * theirs, and none is turned away because another was faster.
 */
export function numberInBatch(series: NumberSeries, id: string): Statement[] {
  const name = counterOf('application', series)
  return [
    count(name, 1),
    statement(
      `UPDATE applications SET number = ? || printf('%0${series.digits}d', (SELECT n FROM counters WHERE name = ?)) || ? WHERE id = ?`,
      series.before,
      name,
      series.after,
      id,
    ),
  ]
}
