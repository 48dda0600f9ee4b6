import type { DisclosureCell, DisclosureRelease, TableDesign } from './disclosure-release.ts'
import type { FeedProject } from './rollup.ts'

/** The groups of persons that the feed counts. `awaiting` is who has not
 * completed: never published, yet in the audit, because enrolled minus completed would tell it. */
export const GROUPS = ['planned', 'enrolled', 'completed', 'awaiting', 'surveyed'] as const
export type Group = (typeof GROUPS)[number]

/** Persons of one project by group; a group of which nothing is known is absent. */
export type Members = Partial<Record<Group, number>>

/** The level that sums the others. */
export const ALL_LEVELS = 'all'

/** The places, as `year level`, where a project has said how many completed: elsewhere that is missing, not zero. */
export function reportedPlaces(projects: readonly FeedProject[]): Set<string> {
  const reporting = projects.filter(({ figures }) => figures.enrolled !== undefined && figures.completed !== undefined)
  return new Set(reporting.flatMap(({ year, level }) => [`${year} ${level}`, `${year} ${ALL_LEVELS}`]))
}

/** Survey scores come as a mean of the project, in hundredths: of the single answers only the scale is known. */
const SCALE = { min: 0, max: 10_000 }

export function membersOf({ figures }: FeedProject): Members {
  const { planned, enrolled, surveysAnswered, satisfaction } = figures
  const completed = enrolled === undefined ? undefined : Math.min(figures.completed ?? 0, enrolled)
  return {
    ...(planned === undefined ? {} : { planned }),
    ...(enrolled === undefined || completed === undefined
      ? {}
      : { enrolled, completed, awaiting: enrolled - completed }),
    ...(surveysAnswered && satisfaction !== undefined ? { surveyed: surveysAnswered } : {}),
  }
}

export function cellKey(group: Group, year: string, level: string): string {
  return `${group}.${year}.${level}`
}

/** The fixed table: each group by year and level, its total, and enrolled = completed + awaiting in every place. */
export function personDesign(years: readonly string[], levels: readonly string[]): TableDesign {
  const places = years.flatMap((year) => [...levels, ALL_LEVELS].map((level) => ({ year, level })))
  return {
    totals: [
      ...GROUPS.flatMap((group) =>
        years.map((year) => ({
          total: cellKey(group, year, ALL_LEVELS),
          parts: levels.map((level) => cellKey(group, year, level)),
        })),
      ),
      ...places.map(({ year, level }) => ({
        total: cellKey('enrolled', year, level),
        parts: [cellKey('completed', year, level), cellKey('awaiting', year, level)],
      })),
    ],
  }
}

/** What is remembered of a release beside its cells: the persons of each project, to count who changed since. */
type ReleaseMembers = ReadonlyMap<string, Readonly<Record<string, Members>>>

type Earlier = { releases: readonly DisclosureRelease[]; members: ReleaseMembers }

/** The exact cells of the design. `changed` is the least number of persons that can explain how the projects differ. */
export function personCells(projects: readonly FeedProject[], earlier: Earlier): DisclosureCell[] {
  const places = new Map<string, { group: Group; year: string; level: string; projects: FeedProject[] }>()
  for (const project of projects)
    for (const group of GROUPS)
      for (const level of [project.level, ALL_LEVELS]) {
        if (membersOf(project)[group] === undefined) continue
        const key = cellKey(group, project.year, level)
        const place = places.get(key) ?? { group, year: project.year, level, projects: [] }
        places.set(key, { ...place, projects: [...place.projects, project] })
      }
  return [...places].map(([key, { group, year, level, projects: inside }]) => {
    const base = baseOf(key, earlier)
    return {
      key,
      dims: { year, level },
      ...contributions(inside, group),
      ...(group === 'enrolled' ? { percentage: completion(inside) } : {}),
      ...(group === 'surveyed' ? { scores: { sum: scoreSum(inside), ...SCALE } } : {}),
      ...(base ? { changed: inside.reduce((sum, project) => sum + moved(project, base[project.id], group), 0) } : {}),
    }
  })
}

/** Units stand for schools: a provider's class counts as one, which can only hide more. */
function contributions(projects: readonly FeedProject[], group: Group) {
  const perUnit = new Map<string, number>()
  for (const project of projects) {
    const persons = membersOf(project)[group] ?? 0
    if (persons > 0) perUnit.set(project.unitId, (perUnit.get(project.unitId) ?? 0) + persons)
  }
  const counts = [...perUnit.values()]
  const n = counts.reduce((sum, count) => sum + count, 0)
  return { n, schools: counts.length, largestSchoolShare: n === 0 ? 0 : Math.max(...counts) / n }
}

function completion(projects: readonly FeedProject[]): { numerator: number; denominator: number } {
  const total = (group: Group) => projects.reduce((sum, project) => sum + (membersOf(project)[group] ?? 0), 0)
  return { numerator: total('completed'), denominator: total('enrolled') }
}

function scoreSum(projects: readonly FeedProject[]): number {
  return projects.reduce((sum, { figures }) => sum + (figures.satisfaction ?? 0) * (figures.surveysAnswered ?? 0), 0)
}

function baseOf(key: string, { releases, members }: Earlier): Readonly<Record<string, Members>> | null {
  const last = releases.findLast((release) => release.cells.has(key))?.cells.get(key)
  return last ? (members.get(last.fresh) ?? {}) : null
}

/** A rate moves with those who completed, whether or not anybody joined. */
function moved(project: FeedProject, before: Members | undefined, group: Group): number {
  const now = membersOf(project)
  const difference = (each: Group) => Math.abs((now[each] ?? 0) - (before?.[each] ?? 0))
  return group === 'enrolled' ? Math.max(difference('enrolled'), difference('completed')) : difference(group)
}
