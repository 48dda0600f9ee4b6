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
/** The appeal against an evaluation that was not withdrawn. */
export const appealOfEvaluation = reading(
  build
    .select({ id: appeals.id, state: appeals.state })
    .from(appeals)
    .where(and(eq(appeals.evaluationId, ID), sql`${appeals.state} <> 'withdrawn'`)),
)
