import type { FieldProblem } from '@shixun/domain/shared/result'
import type { ExpertRow } from './read-experts.ts'

/** What an input says of an expert, as much as it says. */
export type Profile = {
  [K in 'schoolId' | 'pastSchools' | 'units' | 'ties' | 'pauses']?: ExpertRow[K] | undefined
}

/** The schools that a profile names, by their ids. */
export function namedSchools({ schoolId, pastSchools = [], units = [] }: Profile): string[] {
  return [
    ...(schoolId ? [schoolId] : []),
    ...pastSchools.map((past) => past.schoolId),
    ...units.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])),
  ]
}

/** Spans that end before they begin. */
function reversed(from: string | null | undefined, to: string | null | undefined, pointer: string): FieldProblem[] {
  return from && to && to < from ? [{ pointer, problem: 'ends_before_start' }] : []
}

/** What is wrong with a profile: schools of no such bureau, units without a name, spans that end before they begin. */
export function expertProblems(profile: Profile, known: readonly string[]): FieldProblem[] {
  const { schoolId, pastSchools = [], units = [], ties = [], pauses = [] } = profile
  const school = (id: string, pointer: string): FieldProblem[] =>
    known.includes(id) ? [] : [{ pointer, problem: 'not_in_district' }]
  return [
    ...(schoolId ? school(schoolId, '/schoolId') : []),
    ...pastSchools.flatMap((past, at) => school(past.schoolId, `/pastSchools/${at}/schoolId`)),
    ...units.flatMap((unit, at) => [
      ...(unit.unitId === null ? [] : school(unit.unitId, `/units/${at}/unitId`)),
      ...(unit.unitId === null && unit.name === '' ? [{ pointer: `/units/${at}/name`, problem: 'required' }] : []),
      ...reversed(unit.since, unit.until, `/units/${at}/until`),
    ]),
    ...ties.flatMap((tie, at) => reversed(tie.since, tie.until, `/ties/${at}/until`)),
    ...pauses.flatMap((pause, at) => reversed(pause.from, pause.to, `/pauses/${at}/to`)),
  ]
}
