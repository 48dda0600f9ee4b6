import { and, asc, desc, eq, getTableColumns, gt, inArray, lt, type SQL, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading, type Statement, statement } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { cohorts, enrolments } from './schema/delivery.ts'
import { guestPasses } from './schema/exchange.ts'
import { schools } from './schema/roster.ts'
import { surveyAnswers, surveyInvitations, surveyOpinions, surveys, surveyTokens } from './schema/surveys.ts'

const SURVEY = sql.placeholder('survey')
const TEACHER = sql.placeholder('teacher')
const STATE = sql.placeholder('state')

export const surveyById = reading(
  build
    .select()
    .from(surveys)
    .where(eq(surveys.id, sql.placeholder('id'))),
)
export type SurveyRow = ReturnType<ReturnType<typeof surveyById>['decode']>

const { body: _, segments: __, publicKey: ___, privateKey: ____, figures: _____, ...card } = getTableColumns(surveys)
const cards = () => build.select(card).from(surveys)
const inState = sql`(${STATE} IS NULL OR +${surveys.state} = ${STATE})`
const newest = (...conditions: SQL[]) =>
  cards()
    .where(and(...conditions, lt(surveys.id, AFTER)))
    .orderBy(desc(surveys.id))
    .limit(LIMIT)
export const surveyPage = reading(newest())
export const surveyPageByState = reading(newest(eq(surveys.state, STATE)))
export const surveyPageOfUnit = reading(newest(eq(surveys.unitId, sql.placeholder('unit')), inState))
export const surveyPageOfCohort = reading(newest(eq(surveys.cohortId, sql.placeholder('cohort')), inState))
export type SurveyCardRow = ReturnType<ReturnType<typeof surveyPage>['decode']>

/** What was handed out to a teacher, and whether their token was taken. */
export const surveyPageOfTeacher = reading(
  build
    .select({ ...card, mine: sql<number>`${surveyInvitations.taken}`.as('mine') })
    .from(surveyInvitations)
    .innerJoin(surveys, eq(surveys.id, surveyInvitations.surveyId))
    .where(and(eq(surveyInvitations.teacherId, TEACHER), lt(surveyInvitations.surveyId, AFTER), inState))
    .orderBy(desc(surveyInvitations.surveyId))
    .limit(LIMIT),
)
export const invitationOf = reading(
  build
    .select()
    .from(surveyInvitations)
    .where(and(eq(surveyInvitations.surveyId, SURVEY), eq(surveyInvitations.teacherId, TEACHER))),
)

/** A guest is invited under their enrolment, and known by the SHA-256 of their pass. */
const HOLDER = eq(surveyInvitations.teacherId, guestPasses.enrolmentId)
const OF_PASS = eq(guestPasses.hash, sql.placeholder('pass'))
export const invitationOfGuest = reading(
  build
    .select(getTableColumns(surveyInvitations))
    .from(guestPasses)
    .innerJoin(surveyInvitations, HOLDER)
    .where(and(OF_PASS, eq(surveyInvitations.surveyId, SURVEY))),
)
/** The open surveys that a guest may answer, newest first. */
export const surveysOfGuest = reading(
  build
    .select({
      id: surveys.id,
      title: surveys.title,
      subjectTitle: surveys.subjectTitle,
      until: surveys.until,
      taken: surveyInvitations.taken,
    })
    .from(guestPasses)
    .innerJoin(surveyInvitations, HOLDER)
    .innerJoin(surveys, eq(surveys.id, surveyInvitations.surveyId))
    .where(and(OF_PASS, sql`+${surveys.state} = 'open'`))
    .orderBy(desc(surveyInvitations.surveyId))
    .limit(LIMIT),
)

/** Surveys that are open, a page in the order of their ids. */
export const openSurveys = reading(
  cards()
    .where(and(eq(surveys.state, 'open'), gt(surveys.id, AFTER)))
    .orderBy(asc(surveys.id))
    .limit(LIMIT),
)

const person = {
  id: enrolments.id,
  teacherId: enrolments.teacherId,
  homeSlug: enrolments.homeSlug,
  name: enrolments.name,
  schoolName: enrolments.schoolName,
  state: enrolments.state,
  phase: enrolments.phase,
  subject: enrolments.subject,
  area: schools.area,
}
/** Who attends the cohort of a survey, with what results may be parted by; nobody when it asks a whole project. */
export const peopleOfCohort = reading(
  build
    .select(person)
    .from(enrolments)
    .leftJoin(schools, eq(schools.id, enrolments.schoolId))
    .where(sql`${enrolments.cohortId} = (SELECT cohort_id FROM surveys WHERE id = ${SURVEY})`),
)
/** Who attends any cohort of the project of a survey that asks a whole project; whoever attends two comes twice. */
export const peopleOfProject = reading(
  build
    .select(person)
    .from(cohorts)
    .innerJoin(enrolments, eq(enrolments.cohortId, cohorts.id))
    .leftJoin(schools, eq(schools.id, enrolments.schoolId))
    .where(sql`${cohorts.projectId} = (SELECT project_id FROM surveys WHERE id = ${SURVEY} AND cohort_id IS NULL)`),
)

const OF_SURVEY = eq(surveyAnswers.surveyId, SURVEY)
export const answersOf = reading(
  build
    .select({ id: surveyAnswers.id, sealed: surveyAnswers.sealed, release: surveyAnswers.release })
    .from(surveyAnswers)
    .where(OF_SURVEY)
    .orderBy(asc(surveyAnswers.id)),
)
export const tokenOf = reading(
  build
    .select()
    .from(surveyTokens)
    .where(and(eq(surveyTokens.surveyId, SURVEY), eq(surveyTokens.tokenHash, sql.placeholder('hash')))),
)

const RELEASED = and(eq(surveyOpinions.surveyId, SURVEY), gt(surveyOpinions.release, 0))
/** Opinions as they are moderated: only those that a result counts, in the order of their random keys. */
export const opinionPage = reading(
  build
    .select()
    .from(surveyOpinions)
    .where(
      and(
        RELEASED,
        gt(surveyOpinions.id, AFTER),
        sql`(${sql.placeholder('standing')} IS NULL OR ${surveyOpinions.standing} = ${sql.placeholder('standing')})`,
      ),
    )
    .orderBy(asc(surveyOpinions.id))
    .limit(LIMIT),
)
export const opinionById = reading(
  build
    .select()
    .from(surveyOpinions)
    .where(and(RELEASED, eq(surveyOpinions.id, sql.placeholder('id')))),
)
export const opinionsShown = reading(
  build
    .select()
    .from(surveyOpinions)
    .where(and(RELEASED, inArray(surveyOpinions.standing, ['shown'])))
    .orderBy(asc(surveyOpinions.id)),
)

/**
 * Invites people, and puts the survey into the inbox of each: two statements whatever their number. A guest is invited under
 * their enrolment and has no inbox here.
 */
export function inviteAll(
  survey: { id: string; title: string; dueOn: string },
  { teachers, guests }: { teachers: readonly string[]; guests: readonly string[] },
  task: { id: string; now: string },
): Statement[] {
  const people = JSON.stringify(teachers)
  return [
    statement(
      'INSERT INTO survey_invitations (survey_id, teacher_id) SELECT ?, value FROM json_each(?)',
      survey.id,
      JSON.stringify([...teachers, ...guests]),
    ),
    statement(
      `INSERT INTO tasks (id, entity, kind, title, role, unit, due_on, created_at)
       SELECT ? || lower(hex(randomblob(5))), ?, 'survey.open', ?, 'teacher', value, ?, ? FROM json_each(?)`,
      task.id.slice(0, -TAIL_DIGITS),
      survey.id,
      survey.title,
      survey.dueOn,
      task.now,
      people,
    ),
  ]
}
const TAIL_DIGITS = 10

/** Ends the task of one who has taken a token; by person, of whom few tasks are open, and not by the survey. */
export function endSurveyTask(surveyId: string, teacherId: string, now: string): Statement {
  return statement(
    `UPDATE tasks INDEXED BY tasks_open SET done_at = ?
     WHERE role = 'teacher' AND unit = ? AND entity = ? AND done_at IS NULL`,
    now,
    teacherId,
    surveyId,
  )
}

/** Counts all answers and opinions that wait into one release. */
export function releaseAll(surveyId: string, release: number): Statement[] {
  return ['survey_answers', 'survey_opinions'].map((table) =>
    statement(`UPDATE ${table} SET release = ? WHERE survey_id = ? AND release = 0`, release, surveyId),
  )
}
