import type { FieldProblem } from '../shared/result.ts'
import { type Cap, type CapSpan, UNITS } from './policy.ts'
import { disjoint, sameSelection, within } from './selector.ts'

/** The spans that hold each span whole. */
const HELD_BY: Record<CapSpan, readonly CapSpan[]> = {
  entry: ['entry', 'project', 'day', 'calendar_year', 'cycle'],
  project: ['project', 'cycle'],
  day: ['day', 'calendar_year', 'cycle'],
  calendar_year: ['calendar_year', 'cycle'],
  cycle: ['cycle'],
}
const SPAN_WORDS: Record<CapSpan, string> = {
  entry: '每条',
  project: '每个项目',
  day: '每天',
  calendar_year: '每年',
  cycle: '每周期',
}

function nested(inner: Cap, outer: Cap): boolean {
  return within(inner.where, outer.where) && HELD_BY[inner.per].includes(outer.per)
}

function crossing(a: Cap, b: Cap): boolean {
  if (a.per === 'entry' || b.per === 'entry' || disjoint(a.where, b.where)) return false
  return !nested(a, b) && !nested(b, a)
}

function mixed(a: Cap, b: Cap): boolean {
  return a.per !== 'entry' && b.per !== 'entry' && a.unit !== b.unit && !disjoint(a.where, b.where)
}

function named({ title, per }: Cap): string {
  return `“${title}”（${SPAN_WORDS[per]}）`
}

/**
 * Caps that would let one hour more take credits away: two that overlap without one holding the other whole (then what
 * counts depends on the order), or two of different units over the same entries.
 */
export function checkCaps(caps: readonly Cap[]): FieldProblem[] {
  return caps.flatMap((cap, n) =>
    caps.slice(0, n).flatMap((other): FieldProblem[] => {
      const pointer = `/caps/${n}`
      const pair = `${named(other)}与${named(cap)}`
      if (cap.per === other.per && cap.unit === other.unit && sameSelection(cap.where, other.where))
        return [{ pointer, problem: 'duplicate', detail: `上限${pair}管的是同样的记录，请只留一条` }]
      if (mixed(cap, other))
        return [
          {
            pointer,
            problem: 'mixed_caps',
            detail: `上限${pair}一条按${UNITS[other.unit]}、一条按${UNITS[cap.unit]}，又管到同样的记录：请统一单位，或使两者适用范围不重叠`,
          },
        ]
      if (crossing(cap, other))
        return [
          {
            pointer,
            problem: 'crossing_caps',
            detail: `上限${pair}互相交叉：有的记录同时受两条限制，而两条谁也不包含谁，先算哪条结果会不同。请缩小其中一条的适用范围，使两者互不重叠或一条完全包含另一条`,
          },
        ]
      return []
    }),
  )
}
