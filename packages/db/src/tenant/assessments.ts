import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading, type Statement, statement } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { assessmentAlarms, assessments, projectSnapshots, staleAssessments } from './schema/assessments.ts'
import { rubrics } from './schema/quality.ts'

const PROJECT = sql.placeholder('project')
const UNIT = sql.placeholder('unit')
const among = (name: string) => sql`(SELECT value FROM json_each(${sql.placeholder(name)}))`

/** Projects of which something changed, those left alone that were computed after `settled`: a class that checks in is one change. */
export const staleProjects = reading(
  build
    .select({ projectId: staleAssessments.projectId })
    .from(staleAssessments)
    .leftJoin(assessments, eq(assessments.projectId, staleAssessments.projectId))
    .where(sql`${assessments.computedAt} IS NULL OR ${assessments.computedAt} <= ${sql.placeholder('settled')}`)
    .limit(LIMIT),
)
/** Projects for which a day has come on which time alone changes something. */
export const dueProjects = reading(
  build
    .select({ projectId: assessments.projectId })
    .from(assessments)
    .where(sql`${assessments.nextOn} <= ${sql.placeholder('today')}`)
    .limit(LIMIT),
)

export const assessmentsAmong = reading(
  build
    .select()
    .from(assessments)
    .where(inArray(assessments.projectId, among('ids'))),
)
export type AssessmentRow = ReturnType<ReturnType<typeof assessmentsAmong>['decode']>
export const alarmsAmong = reading(
  build
    .select()
    .from(assessmentAlarms)
    .where(sql`${assessmentAlarms.projectId} IN ${among('ids')} AND ${assessmentAlarms.state} <> 'gone'`),
)
export type AlarmRow = ReturnType<ReturnType<typeof alarmsAmong>['decode']>
/** What these projects were closed with in one month. */
export const closedAmong = reading(
  build
    .select({
      projectId: projectSnapshots.projectId,
      month: projectSnapshots.month,
      rubricId: projectSnapshots.rubricId,
      total: projectSnapshots.total,
      figures: projectSnapshots.figures,
    })
    .from(projectSnapshots)
    .where(
      sql`${projectSnapshots.projectId} IN ${among('ids')} AND ${projectSnapshots.month} >= ${sql.placeholder('from')}`,
    ),
)
/** The rubrics that the setting names: for the bureau, and for single calls. */
export const assessmentRubrics = reading(
  build
    .select({
      id: rubrics.id,
      purpose: rubrics.purpose,
      state: rubrics.state,
      title: rubrics.title,
      body: rubrics.body,
      version: rubrics.version,
    })
    .from(rubrics)
    .where(
      sql`${rubrics.id} IN (SELECT json_extract(value, '$.rubricId') FROM settings WHERE key = 'assessment')
        OR ${rubrics.id} IN (SELECT json_extract(json_each.value, '$.rubricId') FROM settings, json_each(settings.value, '$.calls') WHERE settings.key = 'assessment')`,
    ),
)
export type AssessmentRubric = ReturnType<ReturnType<typeof assessmentRubrics>['decode']>

const newest = (...conditions: Parameters<typeof and>) =>
  build
    .select()
    .from(assessments)
    .where(and(...conditions, lt(assessments.projectId, AFTER)))
    .orderBy(desc(assessments.projectId))
    .limit(LIMIT)
export const assessmentPage = reading(newest())
export const assessmentPageAlarmed = reading(newest(sql`${assessments.standing} > 0`))
export const assessmentPageOfUnit = reading(newest(eq(assessments.unitId, UNIT)))
/** A unit has few projects: its alarms are looked at, not searched by. */
export const assessmentPageOfUnitAlarmed = reading(
  newest(eq(assessments.unitId, UNIT), sql`+${assessments.standing} > 0`),
)
export const assessmentOf = reading(build.select().from(assessments).where(eq(assessments.projectId, PROJECT)))

/** The closed months of a project, the newest first. */
export const snapshotsOf = reading(
  build
    .select({
      id: projectSnapshots.id,
      month: projectSnapshots.month,
      rubricId: projectSnapshots.rubricId,
      asOf: projectSnapshots.asOf,
      total: projectSnapshots.total,
      band: projectSnapshots.band,
      present: projectSnapshots.present,
      figures: projectSnapshots.figures,
      sha256: projectSnapshots.sha256,
      late: projectSnapshots.late,
      computedAt: projectSnapshots.computedAt,
    })
    .from(projectSnapshots)
    .where(eq(projectSnapshots.projectId, PROJECT))
    .orderBy(desc(projectSnapshots.month))
    .limit(LIMIT),
)
export const snapshotOfMonth = reading(
  build
    .select()
    .from(projectSnapshots)
    .where(and(eq(projectSnapshots.projectId, PROJECT), eq(projectSnapshots.month, sql.placeholder('month')))),
)
export const rubricOfSnapshot = reading(
  build
    .select({ body: rubrics.body })
    .from(rubrics)
    .where(
      eq(
        rubrics.id,
        sql`(SELECT rubric_id FROM project_snapshots WHERE project_id = ${PROJECT} AND month = ${sql.placeholder('month')})`,
      ),
    ),
)
export const alarmById = reading(
  build
    .select()
    .from(assessmentAlarms)
    .where(eq(assessmentAlarms.id, sql.placeholder('id'))),
)
/** The newest alarms of a project, those that are gone too. */
export const alarmsOfProject = reading(
  build
    .select()
    .from(assessmentAlarms)
    .where(eq(assessmentAlarms.projectId, PROJECT))
    .orderBy(desc(assessmentAlarms.id))
    .limit(LIMIT),
)
const alarms = (...conditions: Parameters<typeof and>) =>
  build
    .select()
    .from(assessmentAlarms)
    .where(and(...conditions, lt(assessmentAlarms.id, AFTER)))
    .orderBy(desc(assessmentAlarms.id))
    .limit(LIMIT)
const STATE = sql.placeholder('state')
export const alarmPage = reading(alarms())
export const alarmPageByState = reading(alarms(eq(assessmentAlarms.state, STATE)))
export const alarmPageOfUnit = reading(
  alarms(eq(assessmentAlarms.unitId, UNIT), sql`(${STATE} IS NULL OR +${assessmentAlarms.state} = ${STATE})`),
)

/** Marks projects as being read just now: a change from here on marks them anew. */
export function takeStale(ids: readonly string[]): Statement {
  return statement(
    'UPDATE stale_assessments SET taken = 1 WHERE taken = 0 AND project_id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  )
}
/** Lets go of those of which nothing changed since they were taken. */
export function settleTaken(ids: readonly string[]): Statement {
  return statement(
    'DELETE FROM stale_assessments WHERE taken = 1 AND project_id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  )
}

/** How a project stands now, in the place of how it stood; its alarms are counted by `countAlarms`. */
export function keepAssessment(row: Omit<AssessmentRow, 'alarms' | 'standing' | 'version' | 'createdAt'>): Statement {
  const { projectId, title, unitId, unitName, rubricId, state, month, asOf, total, band, present } = row
  const { measurable, figures, trend, nextOn, computedAt } = row
  return statement(
    `INSERT INTO assessments (project_id, title, unit_id, unit_name, rubric_id, state, month, as_of, total, band, present,
       measurable, figures, trend, next_on, version, created_at, computed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)
     ON CONFLICT (project_id) DO UPDATE SET title = excluded.title, unit_name = excluded.unit_name, rubric_id = excluded.rubric_id,
       state = excluded.state, month = excluded.month, as_of = excluded.as_of, total = excluded.total, band = excluded.band,
       present = excluded.present, measurable = excluded.measurable, figures = excluded.figures, trend = excluded.trend,
       next_on = excluded.next_on, version = version + 1, computed_at = excluded.computed_at`,
    projectId,
    title,
    unitId,
    unitName,
    rubricId,
    state,
    month,
    asOf,
    total,
    band,
    present,
    measurable,
    JSON.stringify(figures),
    JSON.stringify(trend),
    nextOn,
    computedAt,
    computedAt,
  )
}

/** Counts the alarms of some projects anew, from their own rows. */
export function countAlarms(projectIds: readonly string[]): Statement {
  return statement(
    `UPDATE assessments SET
       alarms = (SELECT count(*) FROM assessment_alarms a WHERE a.project_id = assessments.project_id AND a.state IN ('open', 'explained')),
       standing = (SELECT count(*) FROM assessment_alarms a WHERE a.project_id = assessments.project_id AND a.state <> 'gone')
     WHERE project_id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(projectIds),
  )
}

/** What an alarm says is brought up to date while it stands; no move of its life. */
export function tellAlarm(id: string, found: AlarmRow['found']): Statement {
  return statement("UPDATE assessment_alarms SET found = ? WHERE id = ? AND state <> 'gone'", JSON.stringify(found), id)
}
