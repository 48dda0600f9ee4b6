import { and, asc, desc, eq, getTableColumns, lt, type SQL, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { applications, callForms } from './schema/calls.ts'
import { inspectionPhotos, inspectionSheets, inspections } from './schema/inspections.ts'
import { projects } from './schema/training.ts'

const ID = sql.placeholder('id')
const EXPERT = sql.placeholder('expert')

const { checklist: _, ...listed } = getTableColumns(inspections)
const page = (...where: SQL[]) =>
  reading(
    build
      .select(listed)
      .from(inspections)
      .where(and(...where, lt(inspections.id, AFTER)))
      .orderBy(desc(inspections.id))
      .limit(LIMIT),
  )
export const inspectionPage = page()
export const inspectionPageInState = page(eq(inspections.state, sql.placeholder('state')))
export const inspectionPageOfProject = page(eq(inspections.projectId, sql.placeholder('project')))
/** Visits whose results the unit was told. */
export const inspectionPageOfUnit = page(
  sql`${inspections.state} = 'released'`,
  eq(inspections.unitId, sql.placeholder('unit')),
)
/** The visits of one expert. */
export const inspectionPageOfExpert = reading(
  build
    .select(listed)
    .from(inspectionSheets)
    .innerJoin(inspections, eq(inspections.id, inspectionSheets.inspectionId))
    .where(and(eq(inspectionSheets.expertId, EXPERT), lt(inspectionSheets.inspectionId, AFTER)))
    .orderBy(desc(inspectionSheets.inspectionId))
    .limit(LIMIT),
)

export const inspectionById = reading(build.select().from(inspections).where(eq(inspections.id, ID)))
export const sheetsOfInspection = reading(
  build
    .select()
    .from(inspectionSheets)
    .where(eq(inspectionSheets.inspectionId, ID))
    .orderBy(asc(inspectionSheets.id))
    .limit(30),
)
const photo = {
  id: inspectionPhotos.id,
  sheetId: inspectionPhotos.sheetId,
  itemKey: inspectionPhotos.itemKey,
  caption: inspectionPhotos.caption,
  takenAt: inspectionPhotos.takenAt,
  mediaType: inspectionPhotos.mediaType,
  size: inspectionPhotos.size,
  sha256: inspectionPhotos.sha256,
}
export const photosOfInspection = reading(
  build
    .select(photo)
    .from(inspectionPhotos)
    .where(eq(inspectionPhotos.inspectionId, ID))
    .orderBy(asc(inspectionPhotos.id))
    .limit(2000),
)
export const photoOfInspection = reading(
  build
    .select()
    .from(inspectionPhotos)
    .where(and(eq(inspectionPhotos.id, sql.placeholder('photo')), eq(inspectionPhotos.inspectionId, ID))),
)

const INSPECTION_OF_SHEET = sql`(SELECT inspection_id FROM inspection_sheets WHERE inspection_sheets.id = ${ID})`
export const inspectionSheetById = reading(build.select().from(inspectionSheets).where(eq(inspectionSheets.id, ID)))
export const inspectionOfSheet = reading(
  build.select().from(inspections).where(eq(inspections.id, INSPECTION_OF_SHEET)),
)
export const photosOfSheet = reading(
  build
    .select({ ...photo, objectKey: inspectionPhotos.objectKey })
    .from(inspectionPhotos)
    .where(and(eq(inspectionPhotos.inspectionId, INSPECTION_OF_SHEET), eq(inspectionPhotos.sheetId, ID)))
    .orderBy(asc(inspectionPhotos.id))
    .limit(200),
)

/** Sealed records of the visits to some projects, with the lists they answer: what `inspectedFigures` of the domain takes. */
export const sealedInspections = reading(
  build
    .select({
      id: inspectionSheets.id,
      projectId: inspections.projectId,
      rubricId: inspections.rubricId,
      checklist: inspections.checklist,
      entries: inspectionSheets.entries,
    })
    .from(inspections)
    .innerJoin(inspectionSheets, eq(inspectionSheets.inspectionId, inspections.id))
    .where(
      and(
        sql`${inspections.projectId} IN (SELECT value FROM json_each(${sql.placeholder('ids')}))`,
        sql`${inspections.state} IN ('sealed', 'released')`,
        eq(inspectionSheets.state, 'sealed'),
      ),
    )
    .orderBy(asc(inspections.projectId), asc(inspections.id), asc(inspectionSheets.id)),
)

/** The form under which a project was applied for: its fields tell whom the application names. */
export const formOfProject = reading(
  build
    .select({ form: callForms.form })
    .from(projects)
    .innerJoin(applications, eq(applications.id, projects.applicationId))
    .innerJoin(callForms, and(eq(callForms.callId, applications.callId), eq(callForms.no, applications.formNo)))
    .where(eq(projects.id, ID)),
)
