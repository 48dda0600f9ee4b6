import { assertion, type Statement, statement } from '@shixun/db/statement'
import { count } from '@shixun/db/tenant/moves'
import { type NumberFacts, type NumberSeries, numberSeries, numberText } from '@shixun/domain/shared/number-pattern'

/** The counter of a series: its name carries the text before the running number, so that a new year counts anew. */
export function counterOf(what: string, series: NumberSeries): string {
  return `number.${what}.${series.before}`
}

/**
 * The next number of a series, without gaps and known before the commit, for what is numbered one at a time: the batch
 * asserts that nobody was faster (`number`), and the loser is told to try again.
 */
export function nextNumber(
  counters: readonly { name: string; n: number }[],
  what: string,
  pattern: string,
  facts: NumberFacts,
): { number: string; statements: Statement[] } {
  const series = numberSeries(pattern, facts)
  const name = counterOf(what, series)
  const value = (counters.find((counter) => counter.name === name)?.n ?? 0) + 1
  return {
    number: numberText(series, value),
    statements: [count(name, 1), assertion('number', 'SELECT n = ? FROM counters WHERE name = ?', value, name)],
  }
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
