import type { CompiledPolicy } from './compile-policy.ts'
import { type Cycle, cyclesUntil, extendingLeave } from './cycle.ts'
import { addMonths, addYears, type DayNumber, dayNumber, dayOf, yearOf } from './day-number.ts'
import type { CreditTeacher } from './entry.ts'
import type { Requirement } from './policy.ts'

/** A teacher in day numbers: made once, asked many times. */
export type TeacherDays = {
  entryDay: DayNumber
  phase: string
  posts: readonly { post: string; from: DayNumber; to: DayNumber }[]
  leaves: readonly { kind: string; from: DayNumber; to: DayNumber }[]
}

/** A requirement as it meets one teacher on one day. */
export type Demand = {
  applies: boolean
  /** In 1/scale, after exemptions. */
  required: number
  exemption: number | null
  /** The days whose entries count, both in; those after the day asked about are still to come. */
  from: DayNumber
  to: DayNumber
}
/** The years of a cycle; only one that lies in the cycle, the service and the post as a whole is `asked`. */
type YearFrame = { year: number; from: DayNumber; to: DayNumber; asked: boolean }

export type TeacherFrame = {
  /** Day on which pace is judged. */
  asOf: DayNumber
  cycles: readonly Cycle[]
  cycle: Cycle
  demands: readonly Demand[]
  /** By requirement; null for one that is not a yearly one. */
  years: readonly (readonly YearFrame[] | null)[]
}

const NOVICE_MONTHS = 12
const EVER = Number.MAX_SAFE_INTEGER

export function teacherDays(teacher: CreditTeacher): TeacherDays {
  return {
    entryDay: dayOf(teacher.entryDate),
    phase: teacher.phase,
    posts: teacher.posts.map(({ post, from, to }) => ({ post, from: dayOf(from), to: to === null ? EVER : dayOf(to) })),
    leaves: teacher.leaves.map(({ kind, from, to }) => ({ kind, from: dayOf(from), to: dayOf(to) })),
  }
}

/** Whether one or another of the posts was held on every day, terms that follow one another taken together. */
function holds(teacher: TeacherDays, posts: readonly string[] | undefined, from: DayNumber, to: DayNumber): boolean {
  if (posts === undefined) return true
  for (let day = from; day <= to; ) {
    let until = -EVER
    for (const held of teacher.posts)
      if (posts.includes(held.post) && held.from <= day && held.to > until) until = held.to
    if (until < day) return false
    day = until + 1
  }
  return true
}

function concerns({ appliesTo, window }: Requirement, teacher: TeacherDays, cycle: Cycle, day: DayNumber): boolean {
  const { phases, novice, posts } = appliesTo ?? {}
  if (phases && !phases.includes(teacher.phase)) return false
  if (novice !== undefined && novice !== addMonths(teacher.entryDay, NOVICE_MONTHS) > cycle.from) return false
  if (window.kind === 'first_months' && addMonths(teacher.entryDay, window.months) <= cycle.from) return false
  return window.kind === 'calendar_year' || holds(teacher, posts, day, day)
}

function spanOf({ window }: Requirement, teacher: TeacherDays, cycle: Cycle, asOf: DayNumber): [DayNumber, DayNumber] {
  if (window.kind === 'dates') return [dayOf(window.from), dayOf(window.to)]
  if (window.kind === 'first_months') return [teacher.entryDay, addMonths(teacher.entryDay, window.months) - 1]
  if (window.kind === 'last_years') return [addYears(asOf, -window.years) + 1, asOf]
  return [cycle.from, cycle.to]
}

function yearsOf(requirement: Requirement, teacher: TeacherDays, cycle: Cycle, asOf: DayNumber): YearFrame[] {
  const years: YearFrame[] = []
  for (let year = yearOf(cycle.from); year <= yearOf(cycle.to); year++) {
    const [from, to] = [dayNumber(year, 1, 1), dayNumber(year + 1, 1, 1) - 1]
    const served = from >= cycle.from && to <= cycle.to && from >= teacher.entryDay
    const asked = served && holds(teacher, requirement.appliesTo?.posts, from, Math.max(from, Math.min(to, asOf)))
    years.push({ year, from: Math.max(from, cycle.from), to: Math.min(to, cycle.to), asked })
  }
  return years
}

function exemptionOf(compiled: CompiledPolicy, n: number, teacher: TeacherDays, cycle: Cycle, day: DayNumber) {
  let best: { number: number; kept: number } | null = null
  compiled.policy.exemptions.forEach(({ when }, number) => {
    const rule = compiled.exemptions[number]
    if (!rule?.numbers.includes(n)) return
    if (when.phases && !when.phases.includes(teacher.phase)) return
    if (!holds(teacher, when.posts, day, day)) return
    const { leaveKinds } = when
    const away = (leave: TeacherDays['leaves'][number]) => leave.from <= cycle.to && leave.to >= cycle.from
    if (leaveKinds && !teacher.leaves.some((leave) => leaveKinds.includes(leave.kind) && away(leave))) return
    const kept = rule.kept[0] / rule.kept[1]
    if (best === null || kept < best.kept) best = { number, kept }
  })
  return best as { number: number; kept: number } | null
}

/**
 * Cycle, windows and amounts of a teacher on a day. A day outside the validity of the policy is judged in the cycle of its
 * first or last day.
 */
export function frameOf(compiled: CompiledPolicy, teacher: TeacherDays, asOf: DayNumber): TeacherFrame {
  const { policy } = compiled
  const until = policy.validTo === null ? asOf : Math.min(asOf, dayOf(policy.validTo))
  const day = Math.max(until, dayOf(policy.validFrom), policy.cycle.anchor.kind === 'entry' ? teacher.entryDay : until)
  const cycles = cyclesUntil(policy, teacher.entryDay, extendingLeave(policy, teacher.leaves), day)
  const cycle = cycles.at(-1) ?? { from: day, to: day, extendedBy: 0 }
  const years = policy.requirements.map((requirement) =>
    requirement.window.kind === 'calendar_year' ? yearsOf(requirement, teacher, cycle, asOf) : null,
  )
  const present = Math.min(asOf, cycle.to)
  const demands = policy.requirements.map((requirement, n): Demand => {
    const [from, to] = spanOf(requirement, teacher, cycle, asOf)
    const amount = compiled.requirements[n]?.amount ?? 0
    const exemption = exemptionOf(compiled, n, teacher, cycle, present)
    const [kept, of] = exemption ? (compiled.exemptions[exemption.number]?.kept ?? [1, 1]) : [1, 1]
    const asked = years[n] === null || years[n]?.some((year) => year.asked) === true
    return {
      applies: asked && concerns(requirement, teacher, cycle, present),
      required: (amount / of) * kept,
      exemption: exemption?.number ?? null,
      from,
      to,
    }
  })
  return { asOf, cycles, cycle, demands, years }
}
