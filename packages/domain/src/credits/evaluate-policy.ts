import type { CompiledPolicy } from './compile-policy.ts'
import { dateOf, dayOf } from './day-number.ts'
import type { CreditEntry, CreditTeacher } from './entry.ts'
import { type EntryVerdict, entryVerdict } from './entry-verdict.ts'
import { figureOf, lackingOf } from './fraction.ts'
import type { Requirement, Unit } from './policy.ts'
import { type Demand, frameOf, type TeacherFrame, teacherDays } from './teacher-frame.ts'
import { allot, type WeighedEntry, weighEntries } from './weighed-entry.ts'

export type Pace = 'met' | 'on_pace' | 'behind' | 'over'
type YearResult = {
  year: number
  asked: boolean
  required: number
  earned: number
  remaining: number
  met: boolean
}

/** Figures in hours or credits, rounded once to two decimals; `met` compares exactly. */
export type RequirementResult = {
  id: string
  title: string
  kind: 'min' | 'max'
  unit: Unit
  from: string
  to: string
  required: number
  earned: number
  /** Still lacking; for a `max` what may still be added. */
  remaining: number
  met: boolean
  applies: boolean
  exempt: boolean
  /** Title of the exemption that lowered it. */
  exemption: string | null
  /** Part of `earned` that comes from the cycle before. */
  carried: number
  pace: Pace
  /** What would have been earned by now at an even pace. */
  expectedByNow: number
  years: YearResult[] | null
}

export type CreditResult = {
  unit: Unit
  asOf: string
  cycle: { from: string; to: string; extendedBy: number }
  requirements: RequirementResult[]
  /** Of the cycle, after caps. */
  totals: { hours: number; credits: number }
  /** In the order given. */
  entries: EntryVerdict[]
}

type Pool = { compiled: CompiledPolicy; frame: TeacherFrame; standing: readonly WeighedEntry[] }

/** What the entries of a requirement between two days come to when the caps bind among those alone, in 1/scale. */
function earnedOf({ compiled, standing }: Pool, n: number, from: number, to: number, carried = false): number {
  const unit = compiled.requirements[n]?.requirement.unit
  const among = standing.filter(
    (weighed) =>
      weighed.class.requirements.includes(n) &&
      weighed.day >= from &&
      weighed.day <= to &&
      (!carried || weighed.class.carried),
  )
  return allot(compiled, among).reduce(
    (sum, { hours, credits }) => sum + (unit === 'hours' ? hours * compiled.fine : credits),
    0,
  )
}

/** The surplus of the cycle before over the full amount, as far as it comes from what may be carried. */
function carriedTo(pool: Pool, n: number): number {
  const { compiled, frame } = pool
  const before = frame.cycles.at(-2)
  if (compiled.carry?.requirement !== n || !before) return 0
  const surplus = earnedOf(pool, n, before.from, before.to) - (compiled.requirements[n]?.amount ?? 0)
  return Math.max(0, Math.min(surplus, compiled.carry.most, earnedOf(pool, n, before.from, before.to, true)))
}

/** Days of a span gone by, from the entry into service on, and all of them. */
function elapsed({ from, to }: { from: number; to: number }, asOf: number, entryDay: number): [number, number] {
  const all = to - from + 1
  return [Math.max(0, Math.min(all, asOf - Math.max(from, Math.min(entryDay, to)) + 1)), all]
}

function paceOf(
  kind: 'min' | 'max',
  figures: { earned: number; required: number },
  [gone, all]: [number, number],
): Pace {
  const { earned, required } = figures
  if (kind === 'max') return earned > required ? 'over' : 'met'
  if (earned >= required) return 'met'
  return gone < all && BigInt(earned) * BigInt(all) >= BigInt(required) * BigInt(gone) ? 'on_pace' : 'behind'
}

/** The even share of an amount, rounded once; the product may leave what a double holds. */
function expectedOf(required: number, [gone, all]: [number, number], scale: number): number {
  const whole = BigInt(all) * BigInt(scale)
  return Number((200n * BigInt(required) * BigInt(gone) + whole) / (2n * whole)) / 100
}

function yearly(
  pool: Pool,
  n: number,
  { required }: Demand,
): { years: YearResult[]; earned: number; now: number; short: boolean } {
  const { compiled, frame } = pool
  const frames = frame.years[n] ?? []
  const last = Math.min(frame.asOf, frame.cycle.to)
  const now = Math.max(
    0,
    frames.findIndex(({ to }) => last <= to),
  )
  const max = compiled.requirements[n]?.requirement.kind === 'max'
  const sums = frames.map(({ from, to }) => earnedOf(pool, n, from, to))
  const missing = (at: number) => (frames[at]?.asked && !max ? required - (sums[at] ?? 0) : 0)
  const years = frames.map(({ year, asked }, at) => {
    const earned = sums[at] ?? 0
    return {
      year,
      asked,
      required: asked ? figureOf(required, compiled.scale) : 0,
      earned: figureOf(earned, compiled.scale),
      remaining: lackingOf(missing(at), compiled.scale),
      met: !asked || (max ? earned <= required : earned >= required),
    }
  })
  const short = years.some(({ met }, at) => at < now && !met)
  return { years, earned: sums[now] ?? 0, now, short }
}

function requirementResult(pool: Pool, n: number, requirement: Requirement, entryDay: number): RequirementResult {
  const { compiled, frame } = pool
  const { scale } = compiled
  const demand = frame.demands[n] ?? { applies: false, required: 0, exemption: null, from: 0, to: 0 }
  const years = requirement.window.kind === 'calendar_year' ? yearly(pool, n, demand) : null
  const year = years ? frame.years[n]?.[years.now] : undefined
  const span = year ?? demand
  const required = year?.asked === false ? 0 : demand.required
  const carried = carriedTo(pool, n)
  const earned = years ? years.earned : earnedOf(pool, n, demand.from, demand.to) + carried
  const isMax = requirement.kind === 'max'
  const rolling = requirement.window.kind === 'last_years'
  const time = elapsed(span, frame.asOf, rolling ? entryDay : span.from)
  const limit = isMax && year?.asked === false ? Number.POSITIVE_INFINITY : required
  const reached = isMax ? earned <= limit : earned >= limit
  const pace = paceOf(requirement.kind, { earned, required: limit }, time)
  const { title = null } = demand.exemption === null ? {} : (compiled.policy.exemptions[demand.exemption] ?? {})
  return {
    id: requirement.id,
    title: requirement.title,
    kind: requirement.kind,
    unit: requirement.unit,
    from: dateOf(span.from),
    to: dateOf(span.to),
    required: figureOf(required, scale),
    earned: figureOf(earned, scale),
    remaining: isMax ? figureOf(Math.max(0, required - earned), scale) : lackingOf(required - earned, scale),
    met: reached && !years?.short,
    applies: demand.applies,
    exempt: demand.exemption !== null && demand.required === 0,
    exemption: title,
    carried: figureOf(carried, scale),
    pace: years?.short && pace !== 'over' ? (isMax ? 'over' : 'behind') : pace,
    expectedByNow: isMax ? 0 : expectedOf(required, time, scale),
    years: years?.years ?? null,
  }
}

type CreditInput = { teacher: CreditTeacher; entries: readonly CreditEntry[]; asOf: string }
/** What is found of a teacher without a word on each entry. */
export type CreditFigures = Omit<CreditResult, 'entries'>

function judge(compiled: CompiledPolicy, given: CreditInput) {
  const teacher = teacherDays(given.teacher)
  const frame = frameOf(compiled, teacher, dayOf(given.asOf))
  const weighed = weighEntries(compiled, teacher, frame.cycles, given.entries, given.asOf)
  const standing = weighed.filter((one) => one.standing === 'stands' && one.class.recognised)
  const pool: Pool = { compiled, frame, standing }
  const inCycle = standing.filter(({ day }) => day >= frame.cycle.from && day <= frame.cycle.to)
  const allotted = allot(compiled, inCycle)
  const sum = (pick: 'hours' | 'credits') => allotted.reduce((total, one) => total + one[pick], 0)
  const figures: CreditFigures = {
    unit: compiled.unit,
    asOf: given.asOf,
    cycle: { from: dateOf(frame.cycle.from), to: dateOf(frame.cycle.to), extendedBy: frame.cycle.extendedBy },
    requirements: compiled.requirements.map(({ requirement }, n) =>
      requirementResult(pool, n, requirement, teacher.entryDay),
    ),
    totals: { hours: figureOf(sum('hours'), compiled.base), credits: figureOf(sum('credits'), compiled.scale) },
  }
  return { figures, frame, weighed, inCycle, allotted }
}

/** As `evaluatePolicy`, for whoever keeps figures alone: the words on every entry are not made. */
export function evaluateFigures(compiled: CompiledPolicy, given: CreditInput): CreditFigures {
  return judge(compiled, given).figures
}

/** Judges one teacher's entries on a day and says of every entry why it counts or not. Input that `checkCreditInput` passed. */
export function evaluatePolicy(compiled: CompiledPolicy, given: CreditInput): CreditResult {
  const { figures, frame, weighed, inCycle, allotted } = judge(compiled, given)
  const byEntry = new Map(inCycle.map((one, n) => [one, allotted[n]] as const))
  const verdicts = new Map(
    weighed.map((one) => [one.entry, entryVerdict(compiled, frame, one, byEntry.get(one) ?? null)] as const),
  )
  return { ...figures, entries: given.entries.flatMap((entry) => verdicts.get(entry) ?? []) }
}
