import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { agreements, amendments, projects } from './schema/training.ts'

const ID = sql.placeholder('id')

/** Every agreement that a project has had, in order. */
export const agreementsOfProject = reading(
  build.select().from(agreements).where(eq(agreements.projectId, ID)).orderBy(asc(agreements.no)).limit(200),
)

/** The amendment that waits for the other side: one at most. */
export const openAmendmentOf = reading(
  build
    .select()
    .from(amendments)
    .where(and(eq(amendments.projectId, ID), inArray(amendments.state, ['proposed_by_unit', 'proposed_by_office']))),
)

export const amendmentsOfProject = reading(
  build.select().from(amendments).where(eq(amendments.projectId, ID)).orderBy(desc(amendments.id)).limit(200),
)

export const amendmentById = reading(build.select().from(amendments).where(eq(amendments.id, ID)))

const PROJECT = sql`(SELECT project_id FROM amendments WHERE amendments.id = ${ID})`
export const projectOfAmendment = reading(build.select().from(projects).where(eq(projects.id, PROJECT)))
/** The agreement that an amendment changes. */
export const agreementBeforeAmendment = reading(
  build
    .select()
    .from(agreements)
    .where(
      and(
        eq(agreements.projectId, PROJECT),
        eq(agreements.no, sql`(SELECT from_no FROM amendments WHERE amendments.id = ${ID})`),
      ),
    ),
)
