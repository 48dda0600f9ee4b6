import { compilePolicy } from './compile-policy.ts'
import { dateOf, dayOf } from './day-number.ts'
import type { CreditTeacher } from './entry.ts'
import { type CreditResult, evaluatePolicy } from './evaluate-policy.ts'
import { type CreditRow, creditEntryOf, isCredited } from './ledger-row.ts'
import { type NextStep, nextSteps } from './next-steps.ts'
import type { Policy } from './policy.ts'
import { earlierOf, type PolicyVersion, policiesOn } from './policy-line.ts'
import { frameOf, teacherDays } from './teacher-frame.ts'

export type Judged<Version extends PolicyVersion> = {
  version: Version
  /** Up to the one of today, the first first. */
  cycles: { from: string; to: string }[]
  result: CreditResult
  met: boolean
  next: NextStep[]
}

/** Older cycles than these are history that no policy asks about. */
const CYCLES = 8

/** The version by which a past day is judged: the newest of the line that had begun, however it ended; else the first. */
function versionOn<Version extends PolicyVersion>(
  current: Version,
  versions: readonly Version[],
  day: string,
): Version {
  const line = versions
    .filter(({ line, state }) => line === current.line && state !== 'draft')
    .sort((a, b) => a.no - b.no)
  return line.filter(({ validFrom, no }) => validFrom <= day && no <= current.no).at(-1) ?? line[0] ?? current
}

function judge<Version extends PolicyVersion>(
  version: Version,
  earlier: readonly Policy[],
  given: { teacher: CreditTeacher; rows: readonly CreditRow[]; asOf: string },
) {
  const compiled = compilePolicy(version.body, earlier)
  const entries = given.rows.filter(isCredited).map(creditEntryOf)
  const result = evaluatePolicy(compiled, { teacher: given.teacher, entries, asOf: given.asOf })
  const asked = result.requirements.filter(({ applies }) => applies)
  return { version, result, met: asked.every(({ met }) => met), next: nextSteps(version.body, result) }
}

/**
 * Every policy in force today, applied to a teacher on `asOf`: a day of an earlier cycle shows that cycle under the
 * version of its time.
 */
export function judgeTeacher<Version extends PolicyVersion>(given: {
  versions: readonly Version[]
  teacher: CreditTeacher
  rows: readonly CreditRow[]
  today: string
  asOf: string
}): Judged<Version>[] {
  const { versions, teacher, today, asOf } = given
  return policiesOn(versions, today).map(({ version, earlier }) => {
    const frame = frameOf(compilePolicy(version.body, earlier), teacherDays(teacher), dayOf(today))
    const cycles = frame.cycles.slice(-CYCLES).map(({ from, to }) => ({ from: dateOf(from), to: dateOf(to) }))
    const then = asOf < today ? versionOn(version, versions, asOf) : version
    return { ...judge(then, earlierOf(then, versions), given), cycles }
  })
}

export type LedgerGroup<Row> = { key: string; title: string; from: string; to: string; entries: Row[] }

/** Entries by project, the latest project first and its latest day first; what belongs to none stands by itself. */
export function groupEntries<
  Row extends { id: string; date: string; title: string; projectId: string; cohortId: string | null },
>(rows: readonly Row[]): LedgerGroup<Row>[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = row.projectId || row.cohortId || row.id
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  const latest = (a: Row, b: Row) => (a.date === b.date ? (a.id < b.id ? 1 : -1) : a.date < b.date ? 1 : -1)
  return [...groups]
    .map(([key, among]) => {
      const entries = [...among].sort(latest)
      const [first, last] = [entries[0], entries.at(-1)]
      return { key, title: first?.title ?? '', from: last?.date ?? '', to: first?.date ?? '', entries }
    })
    .sort((a, b) => (a.to === b.to ? (a.key < b.key ? 1 : -1) : a.to < b.to ? 1 : -1))
}
