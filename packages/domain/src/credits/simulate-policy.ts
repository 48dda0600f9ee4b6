import type { CompiledPolicy } from './compile-policy.ts'
import type { CreditEntry, CreditTeacher } from './entry.ts'
import { evaluateLedger } from './evaluate-ledger.ts'
import { figureOf, lackingOf } from './fraction.ts'
import { ledgerColumns } from './ledger-columns.ts'
import type { Policy } from './policy.ts'
import { BANDS, bandOf, mainAmount } from './teacher-standing.ts'

export type SimulatedLedger = {
  teacherId: string
  schoolId: string
  schoolName: string
  teacher: CreditTeacher
  entries: readonly CreditEntry[]
}

/** What one policy finds of one teacher. `short` is the largest lack in its unit, `lacking` the requirements not met. */
export type Judged = { met: boolean; asked: boolean; total: number; short: number; lacking: string[] }

/** What a new policy does to a teacher: `lifted` meets it and did not meet the old one; `falls` the other way round. */
export const OUTCOMES = ['falls', 'short', 'lifted', 'met'] as const
export type Outcome = (typeof OUTCOMES)[number]
export type SimulatedTeacher = {
  teacherId: string
  schoolId: string
  outcome: Outcome
  before: Judged | null
  after: Judged
}

/** People of one kind: how many, how many of them meet each policy, and whom the new one lifts or lets fall. */
export type SimulatedGroup = {
  name: string
  teachers: number
  metBefore: number
  metAfter: number
  lifted: number
  falls: number
}
/** A version as a simulation tries it, with the versions before it. */
export type TriedPolicy = { title: string; policy: Policy; earlier: Policy[] }
/** The texts that a simulation compares; `before` null: nothing was in force. */
export type SimulationGiven = { before: TriedPolicy | null; after: TriedPolicy }

export type SimulationFigures = {
  all: SimulatedGroup
  schools: Record<string, SimulatedGroup>
  posts: Record<string, SimulatedGroup>
  phases: Record<string, SimulatedGroup>
  /** Teachers who do not meet each requirement, by its id. */
  lackingBefore: Record<string, number>
  lackingAfter: Record<string, number>
  /** Teachers by tenths of the main amount of each policy. */
  bandsBefore: number[]
  bandsAfter: number[]
}

function group(name: string): SimulatedGroup {
  return { name, teachers: 0, metBefore: 0, metAfter: 0, lifted: 0, falls: 0 }
}

export function noFigures(): SimulationFigures {
  const bands = () => Array.from({ length: BANDS }, () => 0)
  const none = { schools: {}, posts: {}, phases: {}, lackingBefore: {}, lackingAfter: {} }
  return { all: group(''), ...none, bandsBefore: bands(), bandsAfter: bands() }
}

function judgeAll(compiled: CompiledPolicy, ledgers: readonly SimulatedLedger[], asOf: string): Judged[] {
  const found = evaluateLedger(compiled, ledgerColumns(compiled, ledgers, asOf), asOf)
  return ledgers.map((_, t) => {
    const asks = compiled.requirements
      .map(({ requirement }, r) => ({ requirement, at: t * found.requirements + r }))
      .filter(({ at }) => found.applies[at] === 1)
    const missed = asks.filter(({ at }) => found.met[at] === 0)
    const lacks = missed
      .filter(({ requirement }) => requirement.kind === 'min')
      .map(({ at }) => lackingOf((found.required[at] ?? 0) - (found.earned[at] ?? 0), compiled.scale))
    const total =
      compiled.unit === 'hours'
        ? figureOf(found.hours[t] ?? 0, compiled.base)
        : figureOf(found.credits[t] ?? 0, compiled.scale)
    return {
      met: missed.length === 0,
      asked: asks.length > 0,
      total,
      short: Math.max(0, ...lacks),
      lacking: missed.map(({ requirement }) => requirement.id),
    }
  })
}

function outcomeOf(before: Judged | null, after: Judged): Outcome {
  if (after.met) return before?.met === false ? 'lifted' : 'met'
  return before?.met === true ? 'falls' : 'short'
}

function add(to: SimulatedGroup, { before, after, outcome }: SimulatedTeacher): void {
  to.teachers++
  if (before?.met) to.metBefore++
  if (after.met) to.metAfter++
  if (outcome === 'lifted') to.lifted++
  if (outcome === 'falls') to.falls++
}

function within(groups: Record<string, SimulatedGroup>, key: string, name: string): SimulatedGroup {
  groups[key] ??= group(name)
  return groups[key]
}

function tally(counts: Record<string, number>, keys: readonly string[]): void {
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
}

/**
 * Judges a slice of the ledger by two policies and adds it to the figures so far, which are not changed. `before` null:
 * nothing was in force. Any slicing of the same ledgers comes to the same figures.
 */
export function simulatePolicy(
  figures: SimulationFigures,
  { before, after, asOf }: { before: CompiledPolicy | null; after: CompiledPolicy; asOf: string },
  ledgers: readonly SimulatedLedger[],
): { figures: SimulationFigures; teachers: SimulatedTeacher[] } {
  const next = structuredClone(figures)
  const was = before ? judgeAll(before, ledgers, asOf) : null
  const is = judgeAll(after, ledgers, asOf)
  const amounts = { before: before ? mainAmount(before.policy) : 1, after: mainAmount(after.policy) }
  const teachers = ledgers.flatMap(({ teacherId, schoolId, schoolName, teacher }, t): SimulatedTeacher[] => {
    const found = is[t]
    if (!found) return []
    const then = was?.[t] ?? null
    const one = { teacherId, schoolId, outcome: outcomeOf(then, found), before: then, after: found }
    const held = teacher.posts.filter(({ from, to }) => from <= asOf && (to === null || to >= asOf))
    add(next.all, one)
    add(within(next.schools, schoolId, schoolName), one)
    add(within(next.phases, teacher.phase, teacher.phase), one)
    for (const post of new Set(held.map(({ post }) => post))) add(within(next.posts, post, post), one)
    tally(next.lackingAfter, found.lacking)
    tally(next.lackingBefore, then?.lacking ?? [])
    const bandAfter = bandOf(found.total, amounts.after)
    next.bandsAfter[bandAfter] = (next.bandsAfter[bandAfter] ?? 0) + 1
    if (then) {
      const bandBefore = bandOf(then.total, amounts.before)
      next.bandsBefore[bandBefore] = (next.bandsBefore[bandBefore] ?? 0) + 1
    }
    return [one]
  })
  return { figures: next, teachers }
}
