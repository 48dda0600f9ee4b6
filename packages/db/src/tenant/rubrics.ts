import { and, desc, eq, getTableColumns, inArray, lt, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { calls } from './schema/calls.ts'
import { rubrics } from './schema/quality.ts'

const ID = sql.placeholder('id')
const STATE = sql.placeholder('state')
const PURPOSE = sql.placeholder('purpose')
const { body: _, ...card } = getTableColumns(rubrics)
const page = () => build.select(card).from(rubrics)

export const rubricPage = reading(page().where(lt(rubrics.id, AFTER)).orderBy(desc(rubrics.id)).limit(LIMIT))
export const rubricPageByState = reading(
  page()
    .where(and(eq(rubrics.state, STATE), lt(rubrics.id, AFTER)))
    .orderBy(desc(rubrics.id))
    .limit(LIMIT),
)
export const rubricPageByPurpose = reading(
  page()
    .where(and(eq(rubrics.purpose, PURPOSE), eq(rubrics.state, STATE), lt(rubrics.id, AFTER)))
    .orderBy(desc(rubrics.id))
    .limit(LIMIT),
)

const LINE = sql`(SELECT line FROM rubrics WHERE id = ${ID})`
/** Every version of the line that a rubric belongs to, without the texts, the first one first. */
export const versionsOfRubric = reading(page().where(eq(rubrics.line, LINE)).orderBy(rubrics.no).limit(100))
/** The newest version of its line before this one. */
export const rubricBefore = reading(
  build
    .select()
    .from(rubrics)
    .where(and(eq(rubrics.line, LINE), lt(rubrics.no, sql`(SELECT no FROM rubrics WHERE id = ${ID})`)))
    .orderBy(desc(rubrics.no))
    .limit(1),
)
/** The newest calls that use any version of the line. */
export const callsOfRubricLine = reading(
  build
    .select({ id: calls.id, rubricId: calls.rubricId, title: calls.title, state: calls.state })
    .from(calls)
    .where(inArray(calls.rubricId, sql`(SELECT id FROM rubrics WHERE line = ${LINE})`))
    .orderBy(desc(calls.id))
    .limit(100),
)
