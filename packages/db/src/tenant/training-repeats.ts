import { and, desc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { insertMany, reading, type Statement, statement } from '../statement.ts'
import { LIMIT } from './paging.ts'
import { enrolments } from './schema/delivery.ts'
import { repeatCounts, trainingRepeats } from './schema/nominations.ts'

const { startsOn, id, schoolId, rule, outcome } = trainingRepeats
const DAYS = sql`${startsOn} >= ${sql.placeholder('from')} AND (${startsOn}, ${id}) < (${sql.placeholder('to')}, ${sql.placeholder('after')})`
/** A condition that is looked at and not searched by (`+`); null asks for nothing. */
const looked = (column: SQL, name: string) =>
  sql`(${sql.placeholder(name)} IS NULL OR +${column} = ${sql.placeholder(name)})`

/** Repeats of a span of days, the latest training first, before the key (day, id); with the waiver as it stands. */
const page = (...conditions: SQL[]) =>
  build
    .select({
      ...getTableColumns(trainingRepeats),
      state: enrolments.state,
      plea: enrolments.plea,
      waiver: enrolments.waiver,
    })
    .from(trainingRepeats)
    .innerJoin(enrolments, eq(enrolments.id, trainingRepeats.enrolmentId))
    .where(and(...conditions, DAYS))
    .orderBy(desc(startsOn), desc(id))
    .limit(LIMIT)

const OUTCOME = looked(sql`${outcome}`, 'outcome')
const RULE = looked(sql`${rule}`, 'rule')
export const repeatPage = reading(page())
export const repeatPageOfSchool = reading(page(eq(schoolId, sql.placeholder('school')), OUTCOME, RULE))
export const repeatPageByOutcome = reading(page(eq(outcome, sql.placeholder('outcome')), RULE))
export const repeatPageByRule = reading(page(eq(rule, sql.placeholder('rule'))))

/** How many of each rule and outcome a school has, between two months. */
export const repeatFigures = reading(
  build
    .select({
      schoolId: repeatCounts.schoolId,
      schoolName: sql<string>`max(${repeatCounts.schoolName})`.as('school'),
      rule: repeatCounts.rule,
      outcome: repeatCounts.outcome,
      n: sql<number>`sum(${repeatCounts.n})`.as('total'),
    })
    .from(repeatCounts)
    .where(
      and(
        sql`${repeatCounts.month} >= ${sql.placeholder('from')}`,
        sql`${repeatCounts.month} <= ${sql.placeholder('to')}`,
        looked(sql`${repeatCounts.schoolId}`, 'school'),
      ),
    )
    .groupBy(repeatCounts.schoolId, repeatCounts.rule, repeatCounts.outcome),
)

type RepeatRow = typeof trainingRepeats.$inferInsert

/** The rows of enrolments whose findings were looked at anew take the place of those they had. */
export function replaceRepeats(enrolmentIds: readonly string[], rows: readonly RepeatRow[]): Statement[] {
  if (enrolmentIds.length === 0) return []
  return [
    statement(
      'DELETE FROM training_repeats WHERE enrolment_id IN (SELECT value FROM json_each(?))',
      JSON.stringify(enrolmentIds),
    ),
    ...(rows.length ? [insertMany(trainingRepeats, rows)] : []),
  ]
}
