import { and, asc, eq, inArray, lt, notInArray, type SQL, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { LIMIT } from './paging.ts'
import { ledgerEntries } from './schema/credits.ts'
import { cohorts, enrolments, sessions } from './schema/delivery.ts'
import { ethicsRecords } from './schema/ethics.ts'
import { guests, offers } from './schema/exchange.ts'
import { schools, teachers } from './schema/roster.ts'

/** Teachers given by their ids. */
const BY_IDS = sql`(SELECT value FROM json_each(${sql.placeholder('teachers')}))`
/** The cohort given, or that of the enrolment given. */
const COHORT = sql`coalesce(${sql.placeholder('cohort')}, (SELECT cohort_id FROM enrolments WHERE id = ${sql.placeholder('enrolment')}))`
const head = (column: 'id' | 'teacher_id', state: 'nominated' | 'waiting') =>
  sql`SELECT * FROM (SELECT ${sql.raw(column)} FROM enrolments WHERE cohort_id = ${COHORT} AND state = ${sql.raw(`'${state}'`)} ORDER BY preference DESC, id LIMIT ${sql.placeholder(state)})`
const candidates = (column: 'id' | 'teacher_id') =>
  sql`(SELECT ${sql.raw(column)} FROM enrolments WHERE id IN (SELECT value FROM json_each(${sql.placeholder('chosen')})) UNION ALL ${head(column, 'nominated')} UNION ALL ${head(column, 'waiting')})`
/** The teachers of chosen enrolments and of those who come first among the nominated and the waiting. */
const OF_CANDIDATES = candidates('teacher_id')

export const candidatesForAdmission = reading(
  build
    .select()
    .from(enrolments)
    .where(inArray(enrolments.id, candidates('id'))),
)
export const cohortOfCandidates = reading(build.select().from(cohorts).where(eq(cohorts.id, COHORT)))
/** How many wait; the waiting places of a cohort bound it. */
export const waitingInCohort = reading(
  build
    .select({ n: sql<number>`count(*)`.as('n') })
    .from(enrolments)
    .where(and(eq(enrolments.cohortId, COHORT), eq(enrolments.state, sql`'waiting'`))),
)

const nominee = {
  id: teachers.id,
  name: teachers.name,
  documentTail: teachers.documentTail,
  schoolId: teachers.schoolId,
  schoolName: teachers.schoolName,
  phase: teachers.phase,
  subject: teachers.subject,
  title: teachers.title,
  posts: teachers.posts,
  heldPosts: teachers.heldPosts,
  entryDate: teachers.entryDate,
  leaves: teachers.leaves,
  frontLine: teachers.frontLine,
  state: teachers.state,
  area: schools.area,
}
const nominees = () => build.select(nominee).from(teachers).innerJoin(schools, eq(schools.id, teachers.schoolId))
export const nomineesByIds = reading(nominees().where(inArray(teachers.id, BY_IDS)))
export const nomineesOfCandidates = reading(nominees().where(inArray(teachers.id, OF_CANDIDATES)))

/** Teachers of one school in the order of names, for the list to choose from. */
const CHOICE_KEY = sql`(${teachers.name}, ${teachers.id}) > (${sql.placeholder('name')}, ${sql.placeholder('after')})`
const wanted = (column: SQL, name: string) =>
  sql`(${sql.placeholder(name)} IS NULL OR +${column} = ${sql.placeholder(name)})`
export const nomineeChoices = reading(
  nominees()
    .where(
      and(
        eq(teachers.schoolId, sql.placeholder('school')),
        CHOICE_KEY,
        lt(teachers.name, sql.placeholder('to')),
        eq(teachers.state, sql`'active'`),
        wanted(sql`${teachers.subject}`, 'subject'),
        wanted(sql`${teachers.phase}`, 'phase'),
      ),
    )
    .orderBy(asc(teachers.name), asc(teachers.id))
    .limit(LIMIT),
)
/** Teachers who bear one of these names, for a pasted list. */
export const nomineesByNames = reading(
  nominees().where(inArray(teachers.name, sql`(SELECT value FROM json_each(${sql.placeholder('names')}))`)),
)

const vetoes = (whom: SQL) =>
  build
    .select({ teacherId: ethicsRecords.subjectId, until: ethicsRecords.until })
    .from(ethicsRecords)
    .where(
      and(
        inArray(ethicsRecords.subjectId, whom),
        eq(ethicsRecords.state, sql`'standing'`),
        eq(ethicsRecords.result, sql`'fail'`),
      ),
    )
export const vetoesByIds = reading(vetoes(BY_IDS))
/** Of all teachers of a school: those whom a veto strikes are few. */
export const vetoesOfSchool = reading(
  build
    .select({ teacherId: ethicsRecords.subjectId, until: ethicsRecords.until })
    .from(ethicsRecords)
    .where(
      and(
        eq(ethicsRecords.unitId, sql.placeholder('school')),
        eq(ethicsRecords.state, 'standing'),
        eq(ethicsRecords.result, 'fail'),
      ),
    ),
)
export const vetoesOfCandidates = reading(vetoes(OF_CANDIDATES))

/** What these teachers take part in besides one cohort; given up, refused or failed ones are no training had. */
const others = (whom: SQL, cohort: SQL) =>
  build
    .select({
      teacherId: enrolments.teacherId,
      cohortId: enrolments.cohortId,
      title: cohorts.title,
      line: cohorts.line,
      topic: cohorts.topic,
      level: cohorts.level,
      module: cohorts.module,
      subject: cohorts.subject,
      startsOn: cohorts.startsOn,
      endsOn: cohorts.endsOn,
    })
    .from(enrolments)
    .innerJoin(cohorts, eq(cohorts.id, enrolments.cohortId))
    .where(
      and(
        inArray(enrolments.teacherId, whom),
        notInArray(enrolments.state, sql`('withdrawn', 'refused', 'failed')`),
        sql`${enrolments.cohortId} <> ${cohort}`,
        sql`${cohorts.state} <> 'cancelled'`,
        // whoever was still waiting when a cohort was concluded never took part
        sql`NOT (${cohorts.state} IN ('concluding', 'concluded') AND ${enrolments.state} IN ('nominated', 'waiting', 'offered'))`,
      ),
    )
export const otherTrainingsByIds = reading(others(BY_IDS, COHORT))
export const otherTrainingsOfCandidates = reading(others(OF_CANDIDATES, COHORT))

/** The sessions of those other cohorts that begin between two days. */
const otherSessions = (whom: SQL, from: SQL, to: SQL) =>
  build
    .select({ cohortId: sessions.cohortId, startsAt: sessions.startsAt, endsAt: sessions.endsAt })
    .from(sessions)
    .where(
      and(
        inArray(
          sessions.cohortId,
          sql`(SELECT cohort_id FROM enrolments WHERE teacher_id IN ${whom} AND state NOT IN ('withdrawn', 'refused', 'failed'))`,
        ),
        sql`${sessions.startsAt} >= ${from}`,
        sql`${sessions.startsAt} < ${to}`,
        sql`${sessions.state} <> 'cancelled'`,
      ),
    )
/** Two days around the cohort: wide enough for every time zone. */
const edge = (column: 'starts_on' | 'ends_on', days: string) =>
  sql`(SELECT date(${sql.raw(column)}, ${sql.raw(`'${days}'`)}) FROM cohorts WHERE id = ${COHORT})`
const aroundCohort = (whom: SQL) => otherSessions(whom, edge('starts_on', '-2 days'), edge('ends_on', '+2 days'))
export const otherSessionsByIds = reading(aroundCohort(BY_IDS))
export const otherSessionsOfCandidates = reading(aroundCohort(OF_CANDIDATES))
/** The same around a cohort that another bureau offers. */
const offerEdge = (column: 'starts_on' | 'ends_on', days: string) =>
  sql`(SELECT date(${sql.raw(column)}, ${sql.raw(`'${days}'`)}) FROM offers WHERE id = ${sql.placeholder('offer')})`
export const otherSessionsAroundOffer = reading(
  otherSessions(BY_IDS, offerEdge('starts_on', '-2 days'), offerEdge('ends_on', '+2 days')),
)
export const sessionsOfCandidates = reading(
  build
    .select({ startsAt: sessions.startsAt, endsAt: sessions.endsAt })
    .from(sessions)
    .where(and(eq(sessions.cohortId, COHORT), sql`${sessions.state} <> 'cancelled'`)),
)

/** Hours from elsewhere that stand, one row for each training: what was refused or reversed was not had. */
const elsewhere = (whom: SQL) =>
  build
    .select({
      teacherId: ledgerEntries.teacherId,
      title: ledgerEntries.title,
      level: ledgerEntries.level,
      module: ledgerEntries.module,
      source: ledgerEntries.source,
      firstId: sql<string>`min(${ledgerEntries.id})`.as('first_id'),
      from: sql<string>`min(${ledgerEntries.date})`.as('from_day'),
      to: sql<string>`max(${ledgerEntries.date})`.as('to_day'),
    })
    .from(ledgerEntries)
    .where(
      and(
        inArray(ledgerEntries.teacherId, whom),
        sql`${ledgerEntries.source} <> 'cohort'`,
        sql`${ledgerEntries.state} <> 'refused'`,
        sql`${ledgerEntries.reverses} IS NULL`,
        sql`NOT EXISTS (SELECT 1 FROM ledger_entries r WHERE r.reverses = ${ledgerEntries.id})`,
      ),
    )
    .groupBy(
      ledgerEntries.teacherId,
      ledgerEntries.title,
      ledgerEntries.level,
      ledgerEntries.module,
      ledgerEntries.source,
    )
export const trainingsElsewhereByIds = reading(elsewhere(BY_IDS))
export const trainingsElsewhereOfCandidates = reading(elsewhere(OF_CANDIDATES))

/** The trainings of other bureaus that these teachers take part in, with their timetables. */
const abroad = (whom: SQL) =>
  build
    .select({ teacherId: guests.teacherId, offerId: guests.offerId, state: guests.state, content: offers.content })
    .from(guests)
    .innerJoin(offers, eq(offers.id, guests.offerId))
    .where(
      and(
        inArray(guests.teacherId, whom),
        notInArray(guests.state, sql`('withdrawn', 'refused', 'failed')`),
        sql`${offers.state} <> 'withdrawn'`,
      ),
    )
export const trainingsAbroadByIds = reading(abroad(BY_IDS))
export const trainingsAbroadOfCandidates = reading(abroad(OF_CANDIDATES))
