import type { FieldProblem } from '../shared/result.ts'
import { type Cap, type Policy, type Requirement, UNITS } from './policy.ts'
import { disjoint, sameSelection, within } from './selector.ts'

function sameWindow(a: Requirement, b: Requirement): boolean {
  return JSON.stringify(a.window) === JSON.stringify(b.window)
}

function apart(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a !== undefined && b !== undefined && !a.some((one) => b.includes(one))
}

/** Whether a teacher who comes under one comes under the other too, but for one who holds unlike posts. */
function meet(a: Requirement, b: Requirement): boolean {
  const [p, q] = [a.appliesTo ?? {}, b.appliesTo ?? {}]
  if (apart(p.phases, q.phases) || apart(p.posts, q.posts)) return false
  return p.novice === undefined || q.novice === undefined || p.novice === q.novice
}

function sameOf(a: Requirement, b: Requirement): boolean {
  const set = (list: readonly string[] | undefined) => (list === undefined ? '*' : [...list].sort().join())
  const [p, q] = [a.appliesTo ?? {}, b.appliesTo ?? {}]
  return set(p.posts) === set(q.posts) && set(p.phases) === set(q.phases) && p.novice === q.novice
}

/** The most that a cap lets anybody reach in the window of a requirement; null when it does not bound it. */
function reachable(cap: Cap, { window }: Requirement, policy: Policy): number | null {
  const { years, anchor } = policy.cycle
  // a cycle that begins within a year holds one whole year less and touches one more
  const cut = anchor.kind === 'calendar' ? 0 : 1
  if (cap.per === 'cycle' && window.kind === 'calendar_year')
    return years - cut > 0 ? Math.floor((cap.most * 100) / (years - cut)) / 100 : null
  if (cap.per === 'cycle') return window.kind === 'cycle' ? cap.most : null
  if (cap.per !== 'calendar_year') return null
  if (window.kind === 'calendar_year') return cap.most
  return window.kind === 'cycle' && policy.leave === null ? cap.most * (years + cut) : null
}

function amount(value: number, unit: Requirement['unit']): string {
  return `${value} ${UNITS[unit]}`
}

/** As many of the mins as exclude one another, the largest first. */
function separate(mins: readonly Requirement[]): Requirement[] {
  const chosen: Requirement[] = []
  for (const min of [...mins].sort((a, b) => b.amount - a.amount))
    if (chosen.every((other) => disjoint(min.where, other.where))) chosen.push(min)
  return chosen
}

type Ceiling = { title: string; unit: Requirement['unit']; most: number; holds: (min: Requirement) => number | null }

function ceilings(policy: Policy): Ceiling[] {
  const caps = policy.caps.map((cap) => ({
    title: `上限“${cap.title}”`,
    unit: cap.unit,
    most: cap.most,
    holds: (min: Requirement) =>
      min.unit === cap.unit && within(min.where, cap.where) ? reachable(cap, min, policy) : null,
  }))
  const maxima = policy.requirements
    .filter(({ kind }) => kind === 'max')
    .map((max) => ({
      title: `要求“${max.title}”`,
      unit: max.unit,
      most: max.amount,
      holds: (min: Requirement) =>
        min.unit === max.unit && within(min.where, max.where) && sameWindow(min, max) && meet(min, max)
          ? max.amount
          : null,
    }))
  return [...caps, ...maxima]
}

function hundredths(value: number): number {
  return Math.round(value * 100)
}

function unreachable(policy: Policy): FieldProblem[] {
  const mins = policy.requirements.filter(({ kind }) => kind === 'min')
  const at = (min: Requirement) => `/requirements/${policy.requirements.indexOf(min)}`
  return ceilings(policy).flatMap((ceiling): FieldProblem[] => {
    const held = mins.flatMap((min) => {
      const most = ceiling.holds(min)
      return most === null ? [] : [{ min, most }]
    })
    const alone = held.filter(({ min, most }) => hundredths(min.amount) > hundredths(most))
    if (alone.length > 0)
      return alone.map(({ min, most }) => ({
        pointer: at(min),
        problem: 'contradiction',
        detail: `要求“${min.title}”至少 ${amount(min.amount, min.unit)}，而${ceiling.title}最多只能计 ${amount(most, min.unit)}，没有人能达到：请改其中一条`,
      }))
    const groups = new Map<string, { mins: Requirement[]; most: number }>()
    for (const { min, most } of held) {
      const key = `${JSON.stringify(min.window)}`
      const group = groups.get(key) ?? { mins: [], most }
      if (group.mins.every((other) => meet(other, min))) group.mins.push(min)
      groups.set(key, group)
    }
    return [...groups.values()].flatMap(({ mins: together, most }): FieldProblem[] => {
      const chosen = separate(together)
      const sum = chosen.reduce((total, min) => total + hundredths(min.amount), 0)
      const [first] = chosen
      if (!first || sum <= hundredths(most)) return []
      const titles = chosen.map(({ title }) => `“${title}”`).join('、')
      return [
        {
          pointer: at(first),
          problem: 'contradiction',
          detail: `要求${titles}合计至少 ${amount(sum / 100, ceiling.unit)}，而${ceiling.title}最多只能计 ${amount(most, ceiling.unit)}，不能同时达到：请改其中一条`,
        },
      ]
    })
  })
}

function repeated({ requirements }: Policy): FieldProblem[] {
  return requirements.flatMap((requirement, n) =>
    requirements.slice(0, n).flatMap((other): FieldProblem[] => {
      const same =
        requirement.kind === other.kind &&
        requirement.unit === other.unit &&
        sameWindow(requirement, other) &&
        sameOf(requirement, other) &&
        sameSelection(requirement.where, other.where)
      if (!same) return []
      const detail = `要求“${other.title}”与“${requirement.title}”对同样的人、同样的记录、同一时段提出，请只留一条`
      return [{ pointer: `/requirements/${n}`, problem: 'duplicate', detail }]
    }),
  )
}

function shadowed({ conversions }: Policy): FieldProblem[] {
  return conversions.flatMap((conversion, n) => {
    const before = conversions.slice(0, n).find((other) => within(conversion.where, other.where))
    if (!before) return []
    const detail = `折算“${conversion.title}”永远用不上：排在前面的“${before.title}”已经包含它的全部记录。请把它移到前面，或缩小前一条的范围`
    return [{ pointer: `/conversions/${n}`, problem: 'shadowed', detail }]
  })
}

/** Rules that cannot hold together, each problem naming the two. */
export function checkContradictions(policy: Policy): FieldProblem[] {
  return [...shadowed(policy), ...repeated(policy), ...unreachable(policy)]
}
