import { and, asc, desc, eq, gt, inArray, lt, ne, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading, type Statement, statement } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { schools, teachers } from './schema/roster.ts'
import { rosterImportRows, rosterImports } from './schema/roster-imports.ts'
import { HANGING } from './teacher-records.ts'

const OF_IMPORT = eq(rosterImportRows.importId, sql.placeholder('id'))
const BEYOND = gt(rosterImportRows.no, sql.placeholder('no'))
const newest = desc(rosterImports.id)

export const rosterImportById = reading(
  build
    .select()
    .from(rosterImports)
    .where(eq(rosterImports.id, sql.placeholder('id'))),
)
export const rosterImportPage = reading(
  build.select().from(rosterImports).where(lt(rosterImports.id, AFTER)).orderBy(newest).limit(LIMIT),
)
export const rosterImportPageOfSchool = reading(
  build
    .select()
    .from(rosterImports)
    .where(and(eq(rosterImports.schoolId, sql.placeholder('school')), lt(rosterImports.id, AFTER)))
    .orderBy(newest)
    .limit(LIMIT),
)

/** Imports begun later than this one that wrote something: while one stands, this one cannot be taken back. */
export const laterImports = reading(
  build
    .select({ id: rosterImports.id })
    .from(rosterImports)
    .where(
      and(
        gt(rosterImports.id, sql.placeholder('id')),
        inArray(rosterImports.state, ['applying', 'done', 'undoing']),
        gt(rosterImports.applied, 0),
      ),
    )
    .limit(1),
)

/** What a person is shown of a row: never the row itself, which is sealed. */
const shown = {
  no: rosterImportRows.no,
  line: rosterImportRows.line,
  name: rosterImportRows.name,
  outcome: rosterImportRows.outcome,
  stage: rosterImportRows.stage,
  teacherId: rosterImportRows.teacherId,
  changes: rosterImportRows.changes,
  problems: rosterImportRows.problems,
}
const rows = () => build.select(shown).from(rosterImportRows)
export const importRowPage = reading(
  rows().where(and(OF_IMPORT, BEYOND)).orderBy(asc(rosterImportRows.no)).limit(LIMIT),
)
export const importRowPageByOutcome = reading(
  rows()
    .where(and(OF_IMPORT, eq(rosterImportRows.outcome, sql.placeholder('outcome')), BEYOND))
    .orderBy(asc(rosterImportRows.no))
    .limit(LIMIT),
)
export const importRowPageByStage = reading(
  rows()
    .where(and(OF_IMPORT, eq(rosterImportRows.stage, sql.placeholder('stage')), BEYOND))
    .orderBy(asc(rosterImportRows.no))
    .limit(LIMIT),
)

/** Whole rows in a stage, the first ones first, or the last ones first. */
export const waitingRows = reading(
  build
    .select()
    .from(rosterImportRows)
    .where(and(OF_IMPORT, eq(rosterImportRows.stage, sql`'waiting'`)))
    .orderBy(asc(rosterImportRows.no))
    .limit(LIMIT),
)
export const appliedRows = reading(
  build
    .select()
    .from(rosterImportRows)
    .where(and(OF_IMPORT, eq(rosterImportRows.stage, sql`'applied'`)))
    .orderBy(desc(rosterImportRows.no))
    .limit(LIMIT),
)
/** Wrong rows with what was given, for the table that goes home. */
export const refusedRows = reading(
  build
    .select({ no: rosterImportRows.no, problems: rosterImportRows.problems, sealed: rosterImportRows.sealed })
    .from(rosterImportRows)
    .where(and(OF_IMPORT, eq(rosterImportRows.outcome, sql`'wrong'`), BEYOND))
    .orderBy(asc(rosterImportRows.no))
    .limit(LIMIT),
)
/** Rows of the import whose document is one of these and that stand: a later one repeats it. */
export const stagedByMacs = reading(
  build
    .select({ mac: rosterImportRows.mac, line: rosterImportRows.line })
    .from(rosterImportRows)
    .where(
      and(
        inArray(rosterImportRows.mac, sql`(SELECT value FROM json_each(${sql.placeholder('macs')}))`),
        OF_IMPORT,
        ne(rosterImportRows.outcome, sql`'wrong'`),
      ),
    ),
)

/** Rows with what was learnt of them while writing: their stage, the teacher, the image to go back to, and a late problem. */
export function settleRows(
  importId: string,
  settled: readonly {
    no: number
    stage: string
    outcome: string
    teacherId: string | null
    teacherVersion: number | null
    beforeImage: unknown
    problems: unknown
  }[],
): Statement {
  const values = settled.map((one) => [
    one.no,
    one.stage,
    one.outcome,
    one.teacherId,
    one.teacherVersion,
    one.beforeImage === null ? null : JSON.stringify(one.beforeImage),
    JSON.stringify(one.problems),
  ])
  // as an update from the list the rows of the import would be walked once for each of its lines; every row is there
  return statement(
    `INSERT INTO roster_import_rows (import_id, no, line, name, changes, sealed, stage, outcome, teacher_id, teacher_version, before_image, problems)
     SELECT ?, json_extract(value, '$[0]'), 0, '', '[]', '', json_extract(value, '$[1]'), json_extract(value, '$[2]'), json_extract(value, '$[3]'), json_extract(value, '$[4]'), json_extract(value, '$[5]'), json_extract(value, '$[6]') FROM json_each(?) WHERE true
     ON CONFLICT (import_id, no) DO UPDATE SET stage = excluded.stage, outcome = excluded.outcome, teacher_id = excluded.teacher_id, teacher_version = excluded.teacher_version, before_image = excluded.before_image, problems = excluded.problems`,
    importId,
    JSON.stringify(values),
  )
}

/** Settled imports whose rows nobody needs any more, and one slice of them. */
export const importsToSweep = reading(
  build
    .select({ id: rosterImports.id })
    .from(rosterImports)
    .where(and(eq(rosterImports.swept, sql`0`), lt(rosterImports.updatedAt, sql.placeholder('before'))))
    .orderBy(asc(rosterImports.updatedAt), asc(rosterImports.id))
    .limit(1),
)

/** The teachers and schools of the rows that the next step takes: the same rows in the same order, so one trip is enough. */
const NEXT_WAITING = sql`FROM roster_import_rows WHERE import_id = ${sql.placeholder('id')} AND stage = 'waiting' ORDER BY no LIMIT ${LIMIT}`
const LAST_APPLIED = sql`FROM roster_import_rows WHERE import_id = ${sql.placeholder('id')} AND stage = 'applied' ORDER BY no DESC LIMIT ${LIMIT}`
export const teachersOfWaiting = reading(
  build
    .select()
    .from(teachers)
    .where(inArray(teachers.documentMac, sql`(SELECT mac ${NEXT_WAITING})`)),
)
export const schoolsOfWaiting = reading(
  build
    .select({ id: schools.id, name: schools.name })
    .from(schools)
    .where(inArray(schools.id, sql`(SELECT school_id ${NEXT_WAITING})`)),
)
export const teachersOfApplied = reading(
  build
    .select()
    .from(teachers)
    .where(inArray(teachers.id, sql`(SELECT teacher_id ${LAST_APPLIED})`)),
)
/** Teachers of these rows on whom something hangs that an undo may not orphan, and what. */
export const hangingOnApplied = reading(
  build
    .select({ id: teachers.id, hanging: HANGING })
    .from(teachers)
    .where(inArray(teachers.id, sql`(SELECT teacher_id ${LAST_APPLIED})`)),
)
