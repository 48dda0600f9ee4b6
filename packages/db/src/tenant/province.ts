import { and, asc, desc, eq, gte, ne, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { applications } from './schema/calls.ts'
import { listings } from './schema/flagship.ts'
import { district } from './schema/house.ts'
import { releaseMemories, releases } from './schema/province.ts'
import { projects } from './schema/training.ts'

const newestPage = [desc(releases.epoch), desc(releases.page)] as const

/** The last page of a month, of its latest revision. */
export const lastPageOfPeriod = reading(
  build
    .select()
    .from(releases)
    .where(eq(releases.period, sql.placeholder('period')))
    .orderBy(...newestPage)
    .limit(1),
)
export const lastPage = reading(
  build
    .select()
    .from(releases)
    .orderBy(...newestPage)
    .limit(1),
)
export const pageByNumber = reading(
  build
    .select()
    .from(releases)
    .where(and(eq(releases.epoch, sql.placeholder('epoch')), eq(releases.page, sql.placeholder('page')))),
)
export const foundedAt = reading(build.select({ foundedAt: district.foundedAt }).from(district).limit(1))

/** Releases from a month on, oldest first. */
export const memoriesSince = reading(
  build
    .select()
    .from(releaseMemories)
    .where(gte(releaseMemories.period, sql.placeholder('from')))
    .orderBy(asc(releaseMemories.period), asc(releaseMemories.revision)),
)

/** Every project as far as the feed may know it: no answer of a form is read. The monthly job alone reads them all. */
export const feedProjects = reading(
  build
    .select({
      id: projects.id,
      kind: projects.kind,
      unitId: projects.unitId,
      unitName: projects.unitName,
      level: projects.level,
      title: projects.title,
      number: projects.number,
      state: projects.state,
      band: projects.band,
      figures: projects.figures,
      createdAt: projects.createdAt,
    })
    .from(projects)
    .orderBy(asc(projects.id)),
)
export const applicationCounts = reading(
  build
    .select({ state: applications.state, n: sql<number>`count(*)`.as('n') })
    .from(applications)
    .groupBy(applications.state),
)
export const feedListings = reading(
  build
    .select({
      number: listings.number,
      title: listings.title,
      originName: listings.originName,
      state: listings.state,
    })
    .from(listings)
    .where(ne(listings.state, 'candidate'))
    .orderBy(asc(listings.id)),
)
