import { dayOf } from './day-number.ts'
import type { CreditTeacher } from './entry.ts'
import type { CreditFigures, Pace, RequirementResult } from './evaluate-policy.ts'
import type { Policy, Unit } from './policy.ts'

/** How a teacher stands under a policy; `free`: nothing of it asks anything of them. */
type StandingState = 'met' | 'on_pace' | 'behind' | 'free'

/** One requirement as it is kept: figures in its unit. `overdue`: no time is left to make it good. */
export type StandingLine = {
  id: string
  required: number
  earned: number
  remaining: number
  met: boolean
  pace: Pace
  to: string
  overdue: boolean
}

/** What is kept of an evaluation: the requirements that ask something of the teacher, without entries and titles. */
export type StandingResult = {
  unit: Unit
  asOf: string
  cycle: CreditFigures['cycle']
  totals: CreditFigures['totals']
  lines: StandingLine[]
}

/** A place in the table of who is short: `facet` is empty for all, `r:` and a requirement, or `p:` and a post. */
type Shortfall = { facet: string; remaining: number; urgency: number }

export type TeacherStanding = {
  state: StandingState
  /** 0: nothing yet; 1 to 10: tenths of the main amount; 11: that amount or more. */
  band: number
  /** The largest lack, in hundredths of the unit. */
  short: number
  urgency: number
  result: StandingResult
  shortfalls: Shortfall[]
}

/** Urgency begins anew in each tier: who is late comes before who is behind, and they before who is on pace. */
export const BEHIND_FROM = 1_000_000_000
export const OVERDUE_FROM = 2_000_000_000
const MONTH = 30
const YEAR = 365

export const BANDS = 12

/** The amount by which the distribution is drawn: of the first minimum a cycle that asks everybody, else of the first minimum. */
export function mainAmount({ requirements, conversions }: Policy): number {
  const unit = conversions.length > 0 ? 'credits' : 'hours'
  const minima = requirements.filter((one) => one.kind === 'min' && one.unit === unit && one.amount > 0)
  const all = minima.find(({ window, appliesTo }) => window.kind === 'cycle' && appliesTo === undefined)
  return (all ?? minima[0])?.amount ?? 100
}

export function bandOf(total: number, amount: number): number {
  if (total <= 0) return 0
  return Math.min(BANDS - 1, Math.floor((total * 10) / amount + 1e-9) + 1)
}

function lineOf(one: RequirementResult, asOf: string): StandingLine {
  const past = (one.years ?? []).filter(({ year, met }) => year < Number(asOf.slice(0, 4)) && !met)
  const missed = past.reduce((sum, { remaining }) => sum + remaining, 0)
  const { id, required, earned, met, pace } = one
  const remaining = one.kind === 'max' ? 0 : Math.round((one.remaining + missed) * 100) / 100
  return { id, required, earned, remaining, met, pace, to: one.to, overdue: missed > 0 || (!met && one.to < asOf) }
}

/** Hundredths that are lacking a month of the time left. A window that rolls on has no end: it counts as a year. */
function urgencyOf({ remaining, pace, to, overdue }: StandingLine, rolling: boolean, asOf: string): number {
  const left = rolling ? YEAR : Math.max(1, dayOf(to) - dayOf(asOf))
  const rate = Math.min(BEHIND_FROM - 1, Math.ceil((Math.round(remaining * 100) * MONTH) / left))
  return (overdue ? OVERDUE_FROM : pace === 'behind' ? BEHIND_FROM : 0) + rate
}

function stateOf(lines: readonly StandingLine[]): StandingState {
  if (lines.length === 0) return 'free'
  if (lines.every(({ met }) => met)) return 'met'
  return lines.every(({ met, pace }) => met || pace === 'on_pace') ? 'on_pace' : 'behind'
}

/** What is kept of a teacher's evaluation, and the places it takes in the table of who is short. */
export function teacherStanding(
  policy: Policy,
  { posts }: Pick<CreditTeacher, 'posts'>,
  evaluated: CreditFigures,
): TeacherStanding {
  const { unit, asOf, cycle, totals } = evaluated
  const rolling = new Set(policy.requirements.filter(({ window }) => window.kind === 'last_years').map(({ id }) => id))
  const lines = evaluated.requirements.filter(({ applies }) => applies).map((one) => lineOf(one, asOf))
  const lacks = lines
    .filter(({ remaining, met }) => !met && remaining > 0)
    .map((line) => ({
      facet: `r:${line.id}`,
      remaining: Math.round(line.remaining * 100),
      urgency: urgencyOf(line, rolling.has(line.id), asOf),
    }))
  const urgency = lacks.reduce((most, lack) => Math.max(most, lack.urgency), 0)
  const short = lacks.reduce((most, lack) => Math.max(most, lack.remaining), 0)
  const held = posts.filter(({ from, to }) => from <= asOf && (to === null || to >= asOf)).map(({ post }) => post)
  const places = ['', ...new Set(held.map((post) => `p:${post}`))]
  return {
    state: stateOf(lines),
    band: bandOf(unit === 'hours' ? totals.hours : totals.credits, mainAmount(policy)),
    short,
    urgency,
    result: { unit, asOf, cycle, totals, lines },
    shortfalls: lacks.length === 0 ? [] : [...places.map((facet) => ({ facet, remaining: short, urgency })), ...lacks],
  }
}
