import type { FieldProblem } from '../shared/result.ts'
import type { CohortRules, CohortStage } from './cohort.ts'

type Plan = {
  stages: readonly CohortStage[]
  rules: Pick<CohortRules, 'absenceFrom' | 'serviceYears'>
  taken: number
  places: number
}

/** What is wrong with a cohort beyond the shape of its members. Stages may overlap: that is legal (domain.md §6). */
export function checkCohort({ stages, rules, places, taken }: Plan): FieldProblem[] {
  const [part, whole] = rules.absenceFrom
  const { from, to } = rules.serviceYears
  return [
    ...stages.flatMap((stage, index) => [
      ...(stage.to < stage.from ? [{ pointer: `/stages/${index}/to`, problem: 'ends_before_start' }] : []),
      ...(stages.findIndex(({ id }) => id === stage.id) < index
        ? [{ pointer: `/stages/${index}/id`, problem: 'duplicate' }]
        : []),
    ]),
    ...(part > whole ? [{ pointer: '/rules/absenceFrom', problem: 'too_large', limit: 1 }] : []),
    ...(from !== null && to !== null && to < from
      ? [{ pointer: '/rules/serviceYears/to', problem: 'too_small', limit: from }]
      : []),
    ...(places < taken ? [{ pointer: '/places', problem: 'too_small', limit: taken }] : []),
  ]
}

/** The first and last day of a cohort: those of its stages. */
export function spanOf(stages: readonly CohortStage[]): { startsOn: string; endsOn: string } {
  const from = stages.map((stage) => stage.from).sort()
  const to = stages.map((stage) => stage.to).sort()
  return { startsOn: from[0] ?? '', endsOn: to.at(-1) ?? '' }
}
