import type { Policy } from './policy.ts'
import { policyClauses } from './policy-in-words.ts'

type ClauseChange = 'same' | 'changed' | 'added' | 'removed'
/** A clause in both versions, in words; null where a version has none. */
type ComparedClause = { key: string; change: ClauseChange; before: string | null; after: string | null }

function changeOf(before: string | null, after: string | null): ClauseChange {
  if (before === null) return 'added'
  if (after === null) return 'removed'
  return before === after ? 'same' : 'changed'
}

/** The order of conversions decides which one an entry comes under. */
function orderChange(before: Policy, after: Policy): ComparedClause[] {
  const shared = (one: Policy, other: Policy) =>
    one.conversions.filter(({ id }) => other.conversions.some((also) => also.id === id))
  const [was, is] = [shared(before, after), shared(after, before)]
  if (was.every(({ id }, n) => id === is[n]?.id)) return []
  const named = (rules: typeof was) => `按此顺序适用：${rules.map(({ title }) => `“${title}”`).join('、')}`
  return [{ key: 'order', change: 'changed', before: named(was), after: named(is) }]
}

/** Two versions clause by clause under their headings, in the order of the later one, what it no longer has at the end. */
export function comparePolicies(before: Policy, after: Policy): { title: string; clauses: ComparedClause[] }[] {
  const [old, now] = [policyClauses(before), policyClauses(after)]
  const titles = [...new Set([...now, ...old].map(({ title }) => title))]
  return titles.map((title) => {
    const was = new Map(old.find((one) => one.title === title)?.clauses.map(({ key, words }) => [key, words]))
    const is = new Map(now.find((one) => one.title === title)?.clauses.map(({ key, words }) => [key, words]))
    const clauses = [...new Set([...is.keys(), ...was.keys()])].map((key): ComparedClause => {
      const [then, today] = [was.get(key) ?? null, is.get(key) ?? null]
      return { key, change: changeOf(then, today), before: then, after: today }
    })
    return { title, clauses: title === '学时折算' ? [...clauses, ...orderChange(before, after)] : clauses }
  })
}
