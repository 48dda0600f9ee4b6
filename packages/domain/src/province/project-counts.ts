import { APPLICATION } from '../calls/applications/application.ts'
import { PROJECT } from '../training/project.ts'
import type { FeedRecord } from './feed-line.ts'
import type { IndicatorKey } from './indicators.ts'
import { ALL_LEVELS } from './person-cells.ts'
import type { FeedProject } from './rollup.ts'

function counted(dataset: IndicatorKey, period: string, dims: Record<string, string>, value: number): FeedRecord {
  return { type: 'obs', dataset, period, dims, n: null, value: String(value), status: 'A', rev: 1 }
}

/** Projects by year, level and state, and their hours. A level without projects, or hours nobody gave, are missing, not zero. */
export function projectCounts(projects: readonly FeedProject[], period: string): FeedRecord[] {
  const groups = new Map<string, { year: string; level: string; inside: FeedProject[] }>()
  for (const project of projects)
    for (const level of [project.level, ALL_LEVELS]) {
      const { year } = project
      const group = groups.get(`${year} ${level}`) ?? { year, level, inside: [] }
      group.inside.push(project)
      groups.set(`${year} ${level}`, group)
    }
  return [...groups.values()].flatMap(({ year, level, inside }) => [
    ...Object.keys(PROJECT.states).map((state) =>
      counted('projects', period, { year, level, state }, inside.filter((each) => each.state === state).length),
    ),
    ...hours('hours-promised', inside, period, { year, level }),
    ...hours('hours-delivered', inside, period, { year, level }),
  ])
}

function hours(
  dataset: 'hours-promised' | 'hours-delivered',
  projects: readonly FeedProject[],
  period: string,
  dims: Record<string, string>,
): FeedRecord[] {
  const given = projects.flatMap(({ figures }) => {
    const value = dataset === 'hours-promised' ? figures.hoursPromised : figures.hoursDelivered
    return value === undefined ? [] : [value]
  })
  return given.length === 0
    ? []
    : [
        counted(
          dataset,
          period,
          dims,
          given.reduce((sum, value) => sum + value, 0),
        ),
      ]
}

/** Applications by state; a draft is its unit's own matter until it is handed in. */
export function applicationCounts(counts: readonly { state: string; n: number }[], period: string): FeedRecord[] {
  return Object.keys(APPLICATION.states)
    .filter((state) => state !== APPLICATION.initial)
    .map((state) => counted('applications', period, { state }, counts.find((count) => count.state === state)?.n ?? 0))
}
