import { eq, inArray, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { milestoneMarks } from './schema/assessments.ts'
import type { cohorts } from './schema/delivery.ts'
import { followUpRounds, surveys } from './schema/surveys.ts'
import { agreements, projects } from './schema/training.ts'

/** Ids of projects as a JSON array: what they rest on is read for all of them in one trip, and only their own rows. */
const IDS = sql`(SELECT value FROM json_each(${sql.placeholder('ids')}))`

/** Projects with the agreement in force. */
export const factProjects = reading(
  build
    .select({
      id: projects.id,
      callId: projects.callId,
      unitKind: projects.unitKind,
      unitId: projects.unitId,
      unitName: projects.unitName,
      title: projects.title,
      state: projects.state,
      figures: projects.figures,
      agreementNo: projects.agreementNo,
      updatedAt: projects.updatedAt,
      agreement: agreements.body,
    })
    .from(projects)
    .innerJoin(agreements, sql`${agreements.projectId} = ${projects.id} AND ${agreements.no} = ${projects.agreementNo}`)
    .where(inArray(projects.id, IDS)),
)

const TAKING_PART = sql`+e.state IN ('enrolled', 'completed', 'failed')`

/** Cohorts that were not called off, with what their sessions came to. */
export const factCohorts = reading(
  build
    .select({
      id: sql<string>`c.id`.as('id'),
      projectId: sql<string>`c.project_id`.as('project_id'),
      state: sql<Exclude<typeof cohorts.$inferSelect.state, 'cancelled'>>`c.state`.as('state'),
      heldSessions: sql<number>`coalesce(sum(s.state = 'held'), 0)`.as('held_sessions'),
      heldMinutes: sql<number>`coalesce(sum(s.minutes * (s.state = 'held')), 0)`.as('held_minutes'),
      plannedSessions: sql<number>`coalesce(sum(s.state = 'planned'), 0)`.as('planned_sessions'),
      plannedMinutes: sql<number>`coalesce(sum(s.minutes * (s.state = 'planned')), 0)`.as('planned_minutes'),
      heldAt: sql<string | null>`max(CASE WHEN s.state = 'held' THEN s.updated_at END)`.as('held_at'),
    })
    .from(sql`cohorts c LEFT JOIN sessions s ON s.cohort_id = c.id`)
    .where(sql`c.project_id IN ${IDS} AND c.state <> 'cancelled'`)
    .groupBy(sql`c.id`),
)

/** Who takes part, by cohort and state, with the minutes that a conclusion froze. */
export const factRosters = reading(
  build
    .select({
      cohortId: sql<string>`c.id`.as('cohort_id'),
      state: sql<string>`e.state`.as('state'),
      persons: sql<number>`count(*)`.as('persons'),
      due: sql<number>`sum(e.minutes_due)`.as('due'),
      attended: sql<number>`sum(e.minutes_attended)`.as('attended'),
      at: sql<string>`max(e.updated_at)`.as('at'),
    })
    .from(sql`cohorts c CROSS JOIN enrolments e ON e.cohort_id = c.id`)
    .where(sql`c.project_id IN ${IDS} AND ${TAKING_PART}`)
    .groupBy(sql`c.id`, sql`e.state`),
)

/** Marks of held sessions, of those who take part: how many of all minutes, and the minutes, never more than a session is worth. */
export const factMarks = reading(
  build
    .select({
      cohortId: sql<string>`c.id`.as('cohort_id'),
      whole: sql<number>`sum(a.minutes >= s.minutes)`.as('whole'),
      attended: sql<number>`sum(min(a.minutes, s.minutes))`.as('attended'),
    })
    .from(
      sql`cohorts c CROSS JOIN sessions s ON s.cohort_id = c.id CROSS JOIN attendance a ON a.session_id = s.id
        CROSS JOIN enrolments e ON e.id = a.enrolment_id`,
    )
    .where(
      sql`c.project_id IN ${IDS} AND c.state IN ('running', 'concluding', 'concluded') AND s.state = 'held' AND ${TAKING_PART}`,
    )
    .groupBy(sql`c.id`),
)

/** Surveys that were handed out, those of follow-ups apart; of the figures only what an evaluation reads. */
export const factSurveys = reading(
  build
    .select({
      id: surveys.id,
      projectId: surveys.projectId,
      state: sql<'open' | 'closed'>`${surveys.state}`.as('state'),
      invited: surveys.invited,
      answered: surveys.answered,
      points: sql<number | null>`json_extract(${surveys.figures}, '$.satisfaction.points')`.as('points'),
      full: sql<number | null>`json_extract(${surveys.figures}, '$.satisfaction.full')`.as('full'),
      until: surveys.until,
      openedAt: surveys.openedAt,
      closedAt: surveys.closedAt,
    })
    .from(surveys)
    .where(sql`${surveys.projectId} IN ${IDS} AND +${surveys.state} <> 'draft' AND ${surveys.subject} <> 'follow_up'`),
)

export const factRounds = reading(
  build
    .select({
      id: followUpRounds.id,
      projectId: followUpRounds.projectId,
      month: followUpRounds.month,
      stage: followUpRounds.stage,
      opensOn: followUpRounds.opensOn,
      due: followUpRounds.due,
      done: followUpRounds.done,
    })
    .from(followUpRounds)
    .where(inArray(followUpRounds.projectId, IDS)),
)

export const factMilestones = reading(build.select().from(milestoneMarks).where(inArray(milestoneMarks.projectId, IDS)))

/** When one milestone of a project was reached. */
export const milestoneMark = reading(
  build
    .select()
    .from(milestoneMarks)
    .where(
      sql`${eq(milestoneMarks.projectId, sql.placeholder('project'))} AND ${eq(milestoneMarks.key, sql.placeholder('key'))}`,
    ),
)
