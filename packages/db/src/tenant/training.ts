import { and, asc, desc, eq, gt, inArray, lt, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { agreements, planItems, projects } from './schema/training.ts'

const ID = sql.placeholder('id')

export const projectById = reading(build.select().from(projects).where(eq(projects.id, ID)))
/** The agreement in force. */
export const agreementOf = reading(
  build
    .select()
    .from(agreements)
    .where(
      and(eq(agreements.projectId, ID), eq(agreements.no, sql`(SELECT agreement_no FROM projects WHERE id = ${ID})`)),
    ),
)

const projectCard = {
  id: projects.id,
  applicationId: projects.applicationId,
  unitKind: projects.unitKind,
  unitId: projects.unitId,
  unitName: projects.unitName,
  kind: projects.kind,
  level: projects.level,
  title: projects.title,
  number: projects.number,
  state: projects.state,
  score: projects.score,
  band: projects.band,
  version: projects.version,
  updatedAt: projects.updatedAt,
}
const cards = () => build.select(projectCard).from(projects)
const newest = desc(projects.id)
const further = lt(projects.id, AFTER)
export const projectPage = reading(cards().where(further).orderBy(newest).limit(LIMIT))
export const projectPageByState = reading(
  cards()
    .where(and(eq(projects.state, sql.placeholder('state')), further))
    .orderBy(newest)
    .limit(LIMIT),
)
export const projectPageOfUnit = reading(
  cards()
    .where(and(eq(projects.unitId, sql.placeholder('unit')), further))
    .orderBy(newest)
    .limit(LIMIT),
)

/** Plan items in the order of their table; the key is the number of the row. */
export const planPage = reading(
  build
    .select()
    .from(planItems)
    .where(and(eq(planItems.year, sql.placeholder('year')), gt(planItems.no, sql.placeholder('afterNo'))))
    .orderBy(asc(planItems.no))
    .limit(LIMIT),
)
/** Which of these numbers the plan of a year already has. */
export const planNumbersAmong = reading(
  build
    .select({ no: planItems.no })
    .from(planItems)
    .where(
      and(
        eq(planItems.year, sql.placeholder('year')),
        inArray(planItems.no, sql`(SELECT value FROM json_each(${sql.placeholder('numbers')}))`),
      ),
    ),
)
export const planItemById = reading(build.select().from(planItems).where(eq(planItems.id, ID)))
