import { and, desc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { ledgerEntries, staleStandings, standings } from './schema/credits.ts'
import { shortfalls, simulationRows, standingCounts, standingMonths } from './schema/policies.ts'
import { schools, teachers } from './schema/roster.ts'

/**
 * The version asked for, or else the one in force that was published last: a version in force has a recomputation, and
 * an instant of publication is 24 characters long.
 */
const POLICY = sql`coalesce(${sql.placeholder('policy')}, (SELECT substr(max(p.published_at || p.id), 25) FROM recomputations r JOIN policies p ON p.id = r.policy_id WHERE r.policy_id > '' AND r.kind = 'compute'))`
const SCHOOL = sql.placeholder('school')
const IDS = sql`(SELECT value FROM json_each(${sql.placeholder('ids')}))`

const creditTeacher = {
  id: teachers.id,
  schoolId: teachers.schoolId,
  schoolName: teachers.schoolName,
  entryDate: teachers.entryDate,
  phase: teachers.phase,
  heldPosts: teachers.heldPosts,
  leaves: teachers.leaves,
  rosterState: sql<string>`${teachers.state}`.as('roster_state'),
}
/** Where a walk over all teachers stands: the id of the last one that was done. */
const OF_RECOMPUTATION = sql`(SELECT cursor FROM recomputations WHERE policy_id = ${sql.placeholder('policy')})`
const OF_SIMULATION = sql`(SELECT cursor FROM simulations WHERE id = ${sql.placeholder('id')})`

/** The next slice of a walk, in the order of ids. */
const teachersAfter = (cursor: SQL) =>
  build.select(creditTeacher).from(teachers).where(sql`${teachers.id} > ${cursor}`).orderBy(teachers.id).limit(LIMIT)
export const teachersOfRecomputation = reading(teachersAfter(OF_RECOMPUTATION))
export const teachersOfSimulation = reading(teachersAfter(OF_SIMULATION))
export const creditTeachersByIds = reading(build.select(creditTeacher).from(teachers).where(inArray(teachers.id, IDS)))

const creditRow = {
  id: ledgerEntries.id,
  teacherId: ledgerEntries.teacherId,
  state: ledgerEntries.state,
  date: ledgerEntries.date,
  minutes: ledgerEntries.minutes,
  channel: ledgerEntries.channel,
  level: ledgerEntries.level,
  module: ledgerEntries.module,
  category: ledgerEntries.category,
  activity: ledgerEntries.activity,
  projectId: ledgerEntries.projectId,
  providerName: ledgerEntries.providerName,
  accredited: ledgerEntries.accredited,
  minutesDue: ledgerEntries.minutesDue,
  minutesAttended: ledgerEntries.minutesAttended,
  reverses: ledgerEntries.reverses,
}
/** What is confirmed in the ledgers of that slice: pending entries count for nothing yet. */
const creditRowsAfter = (cursor: SQL, limit: SQL) =>
  build
    .select(creditRow)
    .from(ledgerEntries)
    .where(
      and(
        inArray(
          ledgerEntries.teacherId,
          sql`(SELECT id FROM teachers WHERE id > ${cursor} ORDER BY id LIMIT ${limit})`,
        ),
        sql`+${ledgerEntries.state} = 'confirmed'`,
      ),
    )
/** A version that is cleared away needs no entries, one that is not known has none. */
export const creditRowsOfRecomputation = reading(
  creditRowsAfter(
    OF_RECOMPUTATION,
    sql`coalesce((SELECT CASE kind WHEN 'clear' THEN 0 ELSE ${LIMIT} END FROM recomputations WHERE policy_id = ${sql.placeholder('policy')}), 0)`,
  ),
)
export const creditRowsOfSimulation = reading(creditRowsAfter(OF_SIMULATION, sql`${LIMIT}`))
export const confirmedRowsOfTeachers = reading(
  build
    .select(creditRow)
    .from(ledgerEntries)
    .where(and(inArray(ledgerEntries.teacherId, IDS), sql`+${ledgerEntries.state} = 'confirmed'`)),
)

export const staleTeachers = reading(
  build.select().from(staleStandings).where(gt(staleStandings.teacherId, '')).limit(LIMIT),
)
/** How many teachers there are, told once a walk over all of them begins. */
export const teachersInAll = reading(
  build
    .select({ n: sql<number>`count(*)`.as('n') })
    .from(teachers)
    .where(gt(teachers.id, '')),
)

const short = {
  teacherId: shortfalls.teacherId,
  urgency: shortfalls.urgency,
  remaining: shortfalls.remaining,
  name: teachers.name,
  schoolId: teachers.schoolId,
  schoolName: teachers.schoolName,
  phase: teachers.phase,
  subject: teachers.subject,
  result: standings.result,
}
/** The most urgent first, after (urgency, teacher) and from `least` on; the condition tells which index serves it. */
function shortPage(...conditions: SQL[]) {
  return build
    .select(short)
    .from(shortfalls)
    .innerJoin(teachers, eq(teachers.id, shortfalls.teacherId))
    .innerJoin(
      standings,
      and(eq(standings.policyId, shortfalls.policyId), eq(standings.teacherId, shortfalls.teacherId)),
    )
    .where(
      and(
        eq(shortfalls.policyId, POLICY),
        eq(shortfalls.facet, sql.placeholder('facet')),
        ...conditions,
        sql`${shortfalls.urgency} >= ${sql.placeholder('least')}`,
        sql`${shortfalls.urgency} <= ${sql.placeholder('urgency')}`,
        sql`(${shortfalls.urgency} < ${sql.placeholder('urgency')} OR ${shortfalls.teacherId} > ${AFTER})`,
      ),
    )
    .orderBy(desc(shortfalls.urgency), shortfalls.teacherId)
    .limit(LIMIT)
}
const inSchool = eq(shortfalls.schoolId, SCHOOL)
const ofPhase = eq(shortfalls.phase, sql.placeholder('phase'))
export const shortTeachers = reading(shortPage())
export const shortTeachersOfPhase = reading(shortPage(ofPhase))
export const shortTeachersOfSchool = reading(shortPage(inSchool))
export const shortTeachersOfSchoolAndPhase = reading(shortPage(inSchool, ofPhase))

/** Figures of one policy by school and phase: as many rows as there are of both. */
const counts = {
  schoolId: standingCounts.schoolId,
  schoolName: schools.name,
  phase: standingCounts.phase,
  met: standingCounts.met,
  onPace: standingCounts.onPace,
  behind: standingCounts.behind,
  free: standingCounts.free,
  bands: standingCounts.bands,
}
const fromCounts = (...conditions: SQL[]) =>
  build
    .select(counts)
    .from(standingCounts)
    .innerJoin(schools, eq(schools.id, standingCounts.schoolId))
    .where(and(eq(standingCounts.policyId, POLICY), ...conditions))
export const countsOfPolicy = reading(fromCounts())
export const countsOfSchool = reading(fromCounts(eq(standingCounts.schoolId, SCHOOL)))

const summed = (column: SQLiteColumn, name: string) => sql<number>`sum(${column})`.as(name)
const months = {
  month: standingMonths.month,
  met: summed(standingMonths.met, 'met'),
  onPace: summed(standingMonths.onPace, 'on_pace'),
  behind: summed(standingMonths.behind, 'behind'),
  free: summed(standingMonths.free, 'free'),
}
const fromMonths = (...conditions: SQL[]) =>
  build
    .select(months)
    .from(standingMonths)
    .where(and(eq(standingMonths.policyId, POLICY), ...conditions))
    .groupBy(standingMonths.month)
export const monthsOfPolicy = reading(fromMonths())
export const monthsOfSchool = reading(fromMonths(eq(standingMonths.schoolId, SCHOOL)))

const simulated = {
  teacherId: simulationRows.teacherId,
  name: teachers.name,
  schoolId: simulationRows.schoolId,
  schoolName: teachers.schoolName,
  phase: teachers.phase,
  outcome: simulationRows.outcome,
  beforeMet: simulationRows.beforeMet,
  beforeTotal: simulationRows.beforeTotal,
  beforeShort: simulationRows.beforeShort,
  afterMet: simulationRows.afterMet,
  afterTotal: simulationRows.afterTotal,
  afterShort: simulationRows.afterShort,
  lacking: simulationRows.lacking,
}
const fromSimulation = () =>
  build.select(simulated).from(simulationRows).innerJoin(teachers, eq(teachers.id, simulationRows.teacherId))
const SIMULATION = eq(simulationRows.simulationId, sql.placeholder('simulation'))
const simulatedPage = (...conditions: SQL[]) =>
  fromSimulation()
    .where(
      and(
        SIMULATION,
        eq(simulationRows.outcome, sql.placeholder('outcome')),
        ...conditions,
        sql`${simulationRows.afterShort} <= ${sql.placeholder('short')}`,
        sql`(${simulationRows.afterShort} < ${sql.placeholder('short')} OR ${simulationRows.teacherId} > ${AFTER})`,
      ),
    )
    .orderBy(desc(simulationRows.afterShort), simulationRows.teacherId)
    .limit(LIMIT)
export const simulatedTeachers = reading(simulatedPage())
export const simulatedTeachersOfSchool = reading(simulatedPage(eq(simulationRows.schoolId, SCHOOL)))
/** Everyone in the order of ids, for the whole table. */
export const simulatedTeachersInAll = reading(
  fromSimulation()
    .where(and(SIMULATION, gt(simulationRows.teacherId, AFTER)))
    .orderBy(simulationRows.teacherId)
    .limit(LIMIT),
)
/** Those whose name begins so, after (name, id). */
export const simulatedTeachersNamed = reading(
  build
    .select(simulated)
    .from(teachers)
    // `+`: names are looked up first, each then in the simulation
    .innerJoin(simulationRows, and(SIMULATION, eq(simulationRows.teacherId, sql`+${teachers.id}`)))
    .where(
      sql`(${teachers.name}, ${teachers.id}) > (${sql.placeholder('name')}, ${AFTER}) AND ${teachers.name} < ${sql.placeholder('to')}
        AND (${sql.placeholder('outcome')} IS NULL OR ${simulationRows.outcome} = ${sql.placeholder('outcome')})
        AND (${SCHOOL} IS NULL OR ${simulationRows.schoolId} = ${SCHOOL})`,
    )
    .orderBy(teachers.name, teachers.id)
    .limit(LIMIT),
)
