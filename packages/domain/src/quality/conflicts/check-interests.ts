import type { FieldProblem } from '../../shared/result.ts'
import type { Tie } from '../panels/expert.ts'
import type { UnitPeriod } from './interest.ts'
import { plainName } from './plain-name.ts'

function period(pointer: string, since: string | null | undefined, until: string | null | undefined): FieldProblem[] {
  return since && until && since > until ? [{ pointer: `${pointer}/until`, problem: 'ends_before_start' }] : []
}

function past(pointer: string, day: string | null | undefined, today: string): FieldProblem[] {
  return day && day > today ? [{ pointer, problem: 'after_today' }] : []
}

/**
 * What is wrong with a declaration of interests: times that end before they begin, joint work in the future, the same thing twice,
 * and units that are none. `known`: ids of the units of this bureau among those declared.
 */
export function checkInterests(
  { units, ties }: { units: readonly UnitPeriod[]; ties: readonly Tie[] },
  today: string,
  known: ReadonlySet<string>,
): FieldProblem[] {
  const unitKey = (one: UnitPeriod) => JSON.stringify([one.unitId ?? plainName(one.name), one.since, one.until])
  const tieKey = (one: Tie) => JSON.stringify([plainName(one.name), one.kind])
  return [
    ...units.flatMap((unit, at) => [
      ...(units.findIndex((other) => unitKey(other) === unitKey(unit)) < at
        ? [{ pointer: `/units/${at}/name`, problem: 'duplicate' }]
        : []),
      // a unit that nobody finds would bind nobody: by its name alone it still does
      ...(unit.unitId !== null && !known.has(unit.unitId)
        ? [{ pointer: `/units/${at}/name`, problem: 'no_such_unit' }]
        : []),
      ...period(`/units/${at}`, unit.since, unit.until),
    ]),
    ...ties.flatMap((tie, at) => [
      ...(plainName(tie.name) === '' ? [{ pointer: `/ties/${at}/name`, problem: 'required' }] : []),
      ...(ties.findIndex((other) => tieKey(other) === tieKey(tie)) < at
        ? [{ pointer: `/ties/${at}/name`, problem: 'duplicate' }]
        : []),
      ...past(`/ties/${at}/since`, tie.since, today),
      ...past(`/ties/${at}/until`, tie.until, today),
      ...period(`/ties/${at}`, tie.since, tie.until),
    ]),
  ]
}
