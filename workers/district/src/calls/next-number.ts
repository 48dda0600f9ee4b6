import type { Statement } from '@shixun/db/statement'
import { assertion } from '@shixun/db/statement'
import { count } from '@shixun/db/tenant/moves'

/**
 * The next number of a series such as `number.project.2026`, without gaps: the batch asserts that nobody was faster,
 * and the loser is told to try again.
 */
export function nextNumber(
  counters: readonly { name: string; n: number }[],
  name: string,
): { value: number; statements: Statement[] } {
  const value = (counters.find((counter) => counter.name === name)?.n ?? 0) + 1
  return {
    value,
    statements: [count(name, 1), assertion('number', 'SELECT n = ? FROM counters WHERE name = ?', value, name)],
  }
}
