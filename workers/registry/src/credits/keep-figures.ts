import type { KeptStanding, MonthCount } from '@shixun/db/tenant/standing-writes'
import { type CompiledPolicy, compilePolicy } from '@shixun/domain/credits/compile-policy'
import { evaluateFigures } from '@shixun/domain/credits/evaluate-policy'
import type { PolicyInForce } from '@shixun/domain/credits/policy-line'
import { type TeacherStanding, teacherStanding } from '@shixun/domain/credits/teacher-standing'
import type { CreditLedger } from './credit-ledgers.ts'
import type { VersionRow } from './policy-card.ts'

export function compiledOf({ version, earlier }: PolicyInForce<VersionRow>): CompiledPolicy {
  return compilePolicy(version.body, earlier)
}

function standingOn(compiled: CompiledPolicy, { teacher, entries }: CreditLedger, asOf: string): TeacherStanding {
  return teacherStanding(compiled.policy, teacher, evaluateFigures(compiled, { teacher, entries, asOf }))
}

export function keptStandings(
  compiled: CompiledPolicy,
  ledgers: readonly CreditLedger[],
  asOf: string,
): (KeptStanding & { standing: TeacherStanding })[] {
  return ledgers.map((ledger) => {
    const { teacherId, schoolId, phase } = ledger
    return { teacherId, schoolId, phase, standing: standingOn(compiled, ledger, asOf) }
  })
}

/** How many of these teachers stood where at the ends of months past; who had not yet entered service is left out. */
export function monthCounts(
  compiled: CompiledPolicy,
  ledgers: readonly CreditLedger[],
  months: readonly string[],
): MonthCount[] {
  const counts = new Map<string, MonthCount>()
  for (const day of months)
    for (const ledger of ledgers) {
      const { schoolId, phase, entryDate } = ledger
      if (entryDate !== null && entryDate > day) continue
      const month = day.slice(0, 7)
      const key = `${month}|${schoolId}|${phase}`
      const found = counts.get(key) ?? { month, schoolId, phase, met: 0, on_pace: 0, behind: 0, free: 0 }
      found[standingOn(compiled, ledger, day).state]++
      counts.set(key, found)
    }
  return [...counts.values()]
}
