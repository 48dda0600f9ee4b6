import { type SQL, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'

const PANEL = sql.placeholder('panel')
/** The first day that may count, a day early for the hours between UTC and China; `years` is a limit of the setting `conflict-rules`. */
const since = (
  years: 'yearsOfJointWork' | 'yearsAfterLeaving',
  otherwise: number,
): SQL => sql`date(${sql.placeholder('today')},
  '-' || coalesce((SELECT json_extract(value, ${sql.raw(`'$.${years}'`)}) FROM settings WHERE key = 'conflict-rules'), ${sql.raw(String(otherwise))}) || ' years', '-1 day')`

/**
 * Trainings in which the experts of `e` taught (by name, as a timetable books a trainer) or took part (as the teacher of that name in
 * their school), by whose they are: the unit of the project and the provider. As many rows as somebody's own hours.
 */
const engaged = (): SQL => sql`
  SELECT e.id AS expert, c.unit_id AS unit, c.provider_id AS provider, 'teaching' AS how, min(b.starts_at) AS since, max(b.starts_at) AS until
    FROM e CROSS JOIN session_bookings b ON b.key = 'trainer/' || replace(replace(e.name, ' ', ''), '　', '') AND b.starts_at >= ${since('yearsOfJointWork', 4)}
    CROSS JOIN cohorts c ON c.id = b.cohort_id GROUP BY 1, 2, 3
  UNION ALL SELECT e.id, c.unit_id, c.provider_id, 'enrolled', min(c.starts_on), max(c.ends_on)
    FROM e CROSS JOIN teachers t ON t.school_id = e.school_id AND t.name = e.name
    CROSS JOIN enrolments n ON n.teacher_id = t.id AND n.state IN ('enrolled', 'completed', 'failed')
    CROSS JOIN cohorts c ON c.id = n.cohort_id AND c.ends_on >= ${since('yearsAfterLeaving', 1)} GROUP BY 1, 2, 3`

const PERIOD = {
  how: sql<'teaching' | 'enrolled'>`g.how`.as('how'),
  since: sql<string>`g.since`.as('since'),
  until: sql<string>`g.until`.as('until'),
}
const newest = sql`SELECT id FROM (SELECT id FROM experts WHERE id < ${sql.placeholder('after')} ORDER BY id DESC LIMIT ${sql.placeholder('limit')})`
const prefixed = sql`SELECT id FROM (SELECT id FROM experts WHERE name >= ${sql.placeholder('name')} AND name < ${sql.placeholder('to')}
  ORDER BY name, id LIMIT ${sql.placeholder('limit')})`

/**
 * The same of those who could sit on a panel: experts by their ids, those of a panel, and of the library the newest before `after`
 * or those whose name stands from `name` on and before `to`. Empty words ask for none. Parameters also: today, limit.
 */
export const engagementsOfExperts = reading(
  build
    .select({
      expertId: sql<string>`g.expert`.as('expert'),
      unitId: sql<string>`g.unit`.as('unit'),
      providerId: sql<string | null>`g.provider`.as('provider'),
      ...PERIOD,
    })
    .from(
      sql`(WITH e AS MATERIALIZED (SELECT id, name, school_id FROM experts WHERE id IN (
        SELECT value FROM json_each(${sql.placeholder('ids')}) UNION ALL SELECT expert_id FROM panel_experts WHERE panel_id = ${PANEL}
        UNION ALL ${newest} UNION ALL ${prefixed})) ${engaged()}) AS g`,
    ),
)
export type EngagementRow = ReturnType<ReturnType<typeof engagementsOfExperts>['decode']>

/** Sheets of a panel that still count and whose expert taught or took part in trainings of the unit that applied. */
export const engagedSheetsInPanel = reading(
  build
    .select({
      sheetId: sql<string>`s.id`.as('sheet_id'),
      sheetVersion: sql<number>`s.version`.as('sheet_version'),
      state: sql<'assigned' | 'declared' | 'submitted'>`s.state`.as('state'),
      sealedAt: sql<string | null>`s.sealed_at`.as('sealed_at'),
      conflicts: sql<string>`s.conflicts`.as('conflicts'),
      expertId: sql<string>`s.expert_id`.as('expert_id'),
      applicationId: sql<string>`s.application_id`.as('application_id'),
      unitId: sql<string>`a.unit_id`.as('unit_id'),
      ...PERIOD,
      expertName: sql<string>`(SELECT name FROM experts WHERE id = s.expert_id)`.as('expert_name'),
      title: sql<string>`a.title`.as('title'),
      unitName: sql<string>`a.unit_name`.as('unit_name'),
    })
    .from(
      sql`(WITH e AS MATERIALIZED (SELECT id, name, school_id FROM experts WHERE id IN (SELECT expert_id FROM panel_experts WHERE panel_id = ${PANEL}))
        ${engaged()}) AS g
      CROSS JOIN scoresheets s ON s.panel_id = ${PANEL} AND s.expert_id = g.expert
      CROSS JOIN applications a ON a.id = s.application_id AND a.unit_id IN (g.unit, g.provider)`,
    )
    .where(sql`s.state IN ('assigned', 'declared', 'submitted')`),
)
export type EngagedSheetRow = ReturnType<ReturnType<typeof engagedSheetsInPanel>['decode']>
