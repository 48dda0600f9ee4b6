import { and, desc, eq, getTableColumns, lt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { appeals } from './schema/appeals.ts'
import { evaluations, scoresheets } from './schema/quality.ts'

const ID = sql.placeholder('id')
const UNIT = sql.placeholder('unit')
const STATE = sql.placeholder('state')

const before = alias(evaluations, 'evaluation_before')
const after = alias(evaluations, 'evaluation_after')
const totals = {
  totalBefore: sql<number | null>`${before.total}`.as('total_before'),
  totalAfter: sql<number | null>`${after.total}`.as('total_after'),
}
const { points: _, consequences: __, ...listed } = getTableColumns(appeals)

const cards = () =>
  build
    .select({ ...listed, ...totals })
    .from(appeals)
    .leftJoin(before, eq(before.id, appeals.evaluationId))
    .leftJoin(after, eq(after.id, appeals.newEvaluationId))
const page = () => cards().orderBy(desc(appeals.id)).limit(LIMIT)

export const appealPage = reading(page().where(lt(appeals.id, AFTER)))
export const appealPageInState = reading(page().where(and(eq(appeals.state, STATE), lt(appeals.id, AFTER))))
export const appealPageOfUnit = reading(page().where(and(eq(appeals.unitId, UNIT), lt(appeals.id, AFTER))))
export const appealPageOfUnitInState = reading(
  page().where(and(eq(appeals.unitId, UNIT), sql`+${appeals.state} = ${STATE}`, lt(appeals.id, AFTER))),
)
export const appealsOfSubject = reading(page().where(and(eq(appeals.subjectId, ID), lt(appeals.id, AFTER))))

export const appealById = reading(
  build
    .select({
      ...getTableColumns(appeals),
      ...totals,
      sheetState: sql<string | null>`${scoresheets.state}`.as('sheet_state'),
    })
    .from(appeals)
    .leftJoin(before, eq(before.id, appeals.evaluationId))
    .leftJoin(after, eq(after.id, appeals.newEvaluationId))
    .leftJoin(scoresheets, eq(scoresheets.id, appeals.sheetId))
    .where(eq(appeals.id, ID)),
)
/** As many appeals as the page of a panel tells of. */
const MOST_TOLD = 20
/**
 * Appeals settled since the newest conclusion of a panel, the newest first: each put a result beside the ranking. What a later
 * conclusion covers is ranked by its sheets again.
 */
export const appealedOfPanel = reading(
  build
    .select({
      appealId: appeals.id,
      applicationId: sql<string>`e.subject_id`.as('application_id'),
      title: appeals.title,
      evaluationId: sql<string>`e.id`.as('result_id'),
      before: sql<number | null>`(SELECT total FROM evaluations WHERE id = e.previous_id)`.as('before'),
      after: sql<number | null>`e.total`.as('after'),
      applied: sql<0 | 1>`coalesce(json_extract(${appeals.consequences}, '$.applied'), 0)`.as('applied'),
    })
    .from(sql`evaluations e`)
    .crossJoin(appeals)
    .where(
      sql`e.panel_id = ${sql.placeholder('panel')} AND e.cause = 'appeal' AND ${appeals.subjectId} = e.subject_id
        AND ${appeals.newEvaluationId} = e.id AND e.created_at > (SELECT concluded_at FROM panels WHERE id = e.panel_id)`,
    )
    .orderBy(sql`e.id DESC`)
    .limit(MOST_TOLD),
)
export type AppealedRow = ReturnType<ReturnType<typeof appealedOfPanel>['decode']>
/** The appeal against an evaluation that was not withdrawn. */
export const appealOfEvaluation = reading(
  build
    .select({ id: appeals.id, state: appeals.state })
    .from(appeals)
    .where(and(eq(appeals.evaluationId, ID), sql`${appeals.state} <> 'withdrawn'`)),
)
