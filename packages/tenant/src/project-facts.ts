import type { Read } from '@shixun/db/statement'
import { sealedInspections } from '@shixun/db/tenant/inspections'
import {
  factCohorts,
  factMarks,
  factMilestones,
  factProjects,
  factRosters,
  factRounds,
  factSurveys,
} from '@shixun/db/tenant/project-facts'
import { type CohortFacts, milestoneKeys, type ProjectFacts } from '@shixun/domain/quality/assessments/project-facts'
import { type CheckItem, inspectedFigures } from '@shixun/domain/quality/inspections/inspection'
import type { Hundredths } from '@shixun/domain/quality/rational'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { promisedFigures } from '@shixun/domain/training/promised-figures'

type RowOf<F> = F extends (params?: Record<string, unknown>) => Read<infer Row> ? Row : never

export type FactProject = RowOf<typeof factProjects>
/** Rows of some projects, in the order of `projectFactReads`. */
export type FactRows = [
  FactProject[],
  RowOf<typeof factCohorts>[],
  RowOf<typeof factRosters>[],
  RowOf<typeof factMarks>[],
  RowOf<typeof factSurveys>[],
  RowOf<typeof factRounds>[],
  RowOf<typeof factMilestones>[],
  RowOf<typeof sealedInspections>[],
]

/** Everything that the metrics of these projects rest on, for one trip. */
export function projectFactReads(ids: readonly string[]) {
  const given = { ids: JSON.stringify(ids) }
  return [
    factProjects(given),
    factCohorts(given),
    factRosters(given),
    factMarks(given),
    factSurveys(given),
    factRounds(given),
    factMilestones(given),
    sealedInspections(given),
  ] as const
}

function cohortOf(row: FactRows[1][number], rosters: FactRows[2], marks: FactRows[3]): CohortFacts {
  const { id, state, heldSessions, heldMinutes, plannedSessions, plannedMinutes } = row
  const own = rosters.filter(({ cohortId }) => cohortId === id)
  const mark = marks.find(({ cohortId }) => cohortId === id)
  return {
    id,
    state,
    roster: own.reduce((sum, { persons }) => sum + persons, 0),
    completed: own.find((one) => one.state === 'completed')?.persons ?? 0,
    heldSessions,
    heldMinutes,
    plannedSessions,
    plannedMinutes,
    whole: mark?.whole ?? 0,
    attended: mark?.attended ?? 0,
    frozenDue: own.reduce((sum, { due }) => sum + due, 0),
    frozenAttended: own.reduce((sum, { attended }) => sum + attended, 0),
  }
}

/** The latest of some instants as a day in China. */
function latestDay(instants: readonly (string | null | undefined)[]): string | null {
  const known = instants.filter((one): one is string => typeof one === 'string').sort()
  const last = known.at(-1)
  return last === undefined ? null : chinaDate(last)
}

/** Sealed figures of all visits, leaf by leaf: a leaf that several looked at has the mean of their sheets. */
function inspectionOf(visits: FactRows[7]): Record<string, Hundredths> {
  const list = new Map<string, CheckItem>(visits.flatMap(({ checklist }) => checklist.map((item) => [item.key, item])))
  return inspectedFigures(
    [...list.values()],
    visits.map(({ entries }) => entries),
  )
}

/** The facts of one project from the rows that were read. */
export function projectFactsOf(
  project: FactProject,
  [, cohorts, rosters, marks, surveys, rounds, milestones, visits]: FactRows,
): ProjectFacts {
  const own = <Row extends { id: string; projectId: string }>(rows: readonly Row[]) =>
    rows.filter(({ projectId }) => projectId === project.id).sort((a, b) => (a.id < b.id ? -1 : 1))
  const ownCohorts = own(cohorts)
  const cohortIds = new Set(ownCohorts.map(({ id }) => id))
  const ownRosters = rosters.filter(({ cohortId }) => cohortIds.has(cohortId))
  const ownSurveys = own(surveys)
  const ownMarks = own(milestones)
  const promised = promisedFigures(project.agreement)
  const keys = milestoneKeys(project.agreement.dates.milestones)
  return {
    state: project.state,
    figures: project.figures,
    agreementNo: project.agreementNo,
    promised: {
      planned: promised.planned ?? null,
      hours: promised.hoursPromised ?? null,
      budget: promised.budget ?? null,
    },
    cohorts: ownCohorts.map((row) => cohortOf(row, ownRosters, marks)),
    surveys: ownSurveys.map(({ id, state, invited, answered, points, full, until }) => ({
      id,
      state,
      invited,
      answered,
      satisfaction: points === null || full === null ? null : { points, full },
      until,
    })),
    rounds: own(rounds).map(({ id, month, stage, opensOn, due, done }) => ({ id, month, stage, opensOn, due, done })),
    milestones: project.agreement.dates.milestones.map(({ text, from, to }, index) => {
      const key = keys[index] ?? text
      return { key, text, from, to, settledOn: ownMarks.find((mark) => mark.key === key)?.settledOn ?? null }
    }),
    inspection: inspectionOf(own(visits)),
    lastDataOn: latestDay([
      project.updatedAt,
      ...ownCohorts.map(({ heldAt }) => heldAt),
      ...ownRosters.map(({ at }) => at),
      ...ownSurveys.flatMap(({ openedAt, closedAt }) => [openedAt, closedAt]),
      ...ownMarks.map(({ updatedAt }) => updatedAt),
    ]),
  }
}
