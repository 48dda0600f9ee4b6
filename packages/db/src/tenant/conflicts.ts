import { and, asc, desc, eq, getTableColumns, lt, lte, type SQL, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading, type Statement, statement } from '../statement.ts'
import { LIMIT } from './paging.ts'
import { applications } from './schema/calls.ts'
import { interestProfiles, recusals } from './schema/conflicts.ts'

const ID = sql.placeholder('id')
const ACCOUNT = sql.placeholder('account')
/** JSON of the units for which the same person has other memberships: schools, providers, their own expert or teacher row. */
const STANDS = sql.placeholder('stands')
/** As a table to join from: a list for `IN` is built for every term on every run, which doubles the work and counts as rows read. */
const standing = () => sql`json_each(${STANDS}) s`
const bare = (column: string) => sql.raw(`lower(replace(replace(${column}, ' ', ''), '　', ''))`)

/** Everything by which a person may be met: their profile, their own name, the rows they stand for. D1 takes five terms in one compound. */
const ownKeys = (): SQL => sql`
  SELECT json_extract(j.value, '$.key') AS key, json_extract(j.value, '$.what') AS what, json_extract(j.value, '$.name') AS name,
      json_extract(j.value, '$.since') AS since, json_extract(j.value, '$.until') AS until
    FROM interest_profiles p, json_each(p.keys) j WHERE p.account = ${ACCOUNT}
  UNION ALL SELECT ${sql.placeholder('self')}, 'self', ${sql.placeholder('name')}, NULL, NULL
  UNION ALL SELECT value, 'unit', '', NULL, NULL FROM json_each(${STANDS})
  UNION ALL SELECT t.school_id, 'unit', t.school_name, NULL, NULL FROM ${standing()} CROSS JOIN teachers t ON t.id = s.value
  UNION ALL SELECT 'person/' || ${bare('t.name')}, 'self', t.name, NULL, NULL
    FROM ${standing()} CROSS JOIN teachers t ON t.id = s.value`
const expertKeys = (): SQL => sql`
  SELECT e.school_id, 'unit', '', NULL, NULL FROM ${standing()} CROSS JOIN experts e ON e.id = s.value
    WHERE e.school_id IS NOT NULL
  UNION ALL SELECT json_extract(j.value, '$.schoolId'), 'unit', '', NULL, json_extract(j.value, '$.until')
    FROM ${standing()} CROSS JOIN experts e ON e.id = s.value CROSS JOIN json_each(e.past_schools) j
  UNION ALL SELECT coalesce(json_extract(j.value, '$.unitId'), 'unit/' || ${bare("json_extract(j.value, '$.name')")}), 'unit',
      json_extract(j.value, '$.name'), json_extract(j.value, '$.since'), json_extract(j.value, '$.until')
    FROM ${standing()} CROSS JOIN experts e ON e.id = s.value CROSS JOIN json_each(e.units) j
  UNION ALL SELECT 'person/' || ${bare("json_extract(j.value, '$.name')")}, json_extract(j.value, '$.kind'), json_extract(j.value, '$.name'),
      json_extract(j.value, '$.since'), json_extract(j.value, '$.until')
    FROM ${standing()} CROSS JOIN experts e ON e.id = s.value CROSS JOIN json_each(e.ties) j`

/** Where those keys lead: to applications, by whatever way, and to the applications behind projects attended, taught or declared. */
const met = (): SQL => sql`
  SELECT a.id AS application_id, 'unit' AS via, k.* FROM k CROSS JOIN applications a ON a.unit_id = k.key WHERE k.what = 'unit'
  UNION ALL SELECT p.application_id, 'unit', k.* FROM k CROSS JOIN parties p ON p.key = k.key WHERE k.what = 'unit'
  UNION ALL SELECT p.application_id, 'people_unit', k.* FROM k CROSS JOIN parties p ON p.key = 'of/' || substr(k.key, 6)
    WHERE k.what = 'unit' AND k.key LIKE 'unit/%'
  UNION ALL SELECT p.application_id, 'people', k.* FROM k CROSS JOIN parties p ON p.key = k.key WHERE k.what <> 'unit'
  UNION ALL SELECT pr.application_id, 'teaching', k.* FROM k CROSS JOIN session_bookings b ON b.key = 'trainer/' || substr(k.key, 8)
    CROSS JOIN cohorts c ON c.id = b.cohort_id CROSS JOIN projects pr ON pr.id = c.project_id WHERE k.what = 'self'`
const metBeside = (): SQL => sql`
  SELECT pr.application_id, 'enrolled', '', '', '', NULL, NULL
    FROM ${standing()} CROSS JOIN enrolments n ON n.teacher_id = s.value
    CROSS JOIN cohorts c ON c.id = n.cohort_id CROSS JOIN projects pr ON pr.id = c.project_id
    WHERE n.state NOT IN ('withdrawn', 'refused')
  UNION ALL SELECT r.application_id, 'declared', '', r.rule, r.detail, NULL, NULL FROM recusals r
    WHERE r.person = ${ACCOUNT} AND r.how = 'declared' AND r.lifted_at IS NULL`

/** What else carries an application's content: project, listing, nomination, and the panels that compare it with others. */
const kindred = sql.raw(`(SELECT json_group_array(i) FROM (
    SELECT id AS i FROM projects WHERE application_id = m.application_id
    UNION ALL SELECT id FROM listings WHERE application_id = m.application_id
    UNION ALL SELECT n.id FROM nominations n WHERE n.state <> 'refused' AND n.project_id = (SELECT id FROM projects WHERE application_id = m.application_id)
    UNION ALL SELECT DISTINCT panel_id FROM scoresheets WHERE application_id = m.application_id))`)

/** As many meetings as are read: more than anybody has; who has more is barred from everything older. */
export const MOST_MEETINGS = 5000

/**
 * Where the interests of a person meet applications, the newest first: how, by what, and the ids of what carries their content.
 * Whether a meeting still binds is for the rules, which come along. One statement, so that it joins any batch.
 */
export const meetingsOf = reading(
  build
    .select({
      applicationId: sql<string>`m.application_id`.as('application_id'),
      via: sql<'unit' | 'people' | 'people_unit' | 'enrolled' | 'teaching' | 'declared'>`m.via`.as('via'),
      key: sql<string>`m.key`.as('key'),
      what: sql<'unit' | 'self' | 'kin' | 'mentor' | 'coworker'>`m.what`.as('what'),
      name: sql<string>`m.name`.as('name'),
      since: sql<string | null>`m.since`.as('since'),
      until: sql<string | null>`m.until`.as('until'),
      callId: sql<string | null>`(SELECT call_id FROM applications WHERE id = m.application_id)`.as('call_id'),
      state: sql<string>`(SELECT state FROM applications WHERE id = m.application_id)`.as('state'),
      kindred: sql<string>`${kindred}`.as('kindred'),
      rules: sql<string | null>`(SELECT value FROM settings WHERE key = 'conflict-rules')`.as('rules'),
    })
    .from(sql`(WITH own AS (${ownKeys()}), k AS MATERIALIZED (SELECT * FROM own UNION ALL SELECT * FROM (${expertKeys()})),
      met AS (${met()}) SELECT * FROM met UNION ALL SELECT * FROM (${metBeside()})) AS m`)
    .orderBy(sql`m.application_id DESC`)
    .limit(MOST_MEETINGS),
)
export type MeetingRow = ReturnType<ReturnType<typeof meetingsOf>['decode']>

const subject = (query: SQL) => reading(build.select({ id: sql<string>`id`.as('id') }).from(query))
/** Applications behind an item of which the address says only its own id, by the kind of the item. */
export const APPLICATIONS_BEHIND = {
  evaluations: subject(sql`(SELECT CASE e.subject_kind WHEN 'application' THEN e.subject_id
    ELSE (SELECT application_id FROM projects WHERE id = e.subject_id) END AS id FROM evaluations e WHERE e.id = ${ID})`),
  scoresheets: subject(sql`(SELECT application_id AS id FROM scoresheets WHERE id = ${ID})`),
  'review-comments': subject(sql`(SELECT application_id AS id FROM review_comments WHERE id = ${ID})`),
  appeals: subject(sql`(SELECT CASE a.subject_kind WHEN 'application' THEN a.subject_id
    ELSE (SELECT application_id FROM projects WHERE id = a.subject_id) END AS id FROM appeals a WHERE a.id = ${ID})`),
  'assessment-alarms': subject(
    sql`(SELECT p.application_id AS id FROM assessment_alarms a JOIN projects p ON p.id = a.project_id WHERE a.id = ${ID})`,
  ),
  inspections: subject(
    sql`(SELECT p.application_id AS id FROM inspections i JOIN projects p ON p.id = i.project_id WHERE i.id = ${ID})`,
  ),
  'inspection-sheets': subject(sql`(SELECT p.application_id AS id FROM inspection_sheets s
    JOIN inspections i ON i.id = s.inspection_id JOIN projects p ON p.id = i.project_id WHERE s.id = ${ID})`),
  recusals: subject(sql`(SELECT application_id AS id FROM recusals WHERE id = ${ID})`),
  amendments: subject(
    sql`(SELECT p.application_id AS id FROM amendments a JOIN projects p ON p.id = a.project_id WHERE a.id = ${ID})`,
  ),
  notices: subject(
    sql`(SELECT json_extract(j.value, '$.applicationId') AS id FROM notices n, json_each(n.items) j WHERE n.id = ${ID})`,
  ),
  objections: subject(sql`(SELECT json_extract(j.value, '$.applicationId') AS id FROM notices n, json_each(n.items) j
    WHERE n.id = (SELECT notice_id FROM objections WHERE id = ${ID}))`),
} as const

/** The application behind whatever a person declares an interest in: itself, its project, listing, nomination or evaluation. */
export const applicationBehind = subject(sql`(
  SELECT id FROM applications WHERE id = ${ID} UNION ALL SELECT application_id FROM projects WHERE id = ${ID}
  UNION ALL SELECT application_id FROM listings WHERE id = ${ID}
  UNION ALL SELECT p.application_id FROM nominations n JOIN projects p ON p.id = n.project_id WHERE n.id = ${ID}
  UNION ALL SELECT CASE e.subject_kind WHEN 'application' THEN e.subject_id
    ELSE (SELECT application_id FROM projects WHERE id = e.subject_id) END FROM evaluations e WHERE e.id = ${ID})`)

/** The names of rows of this bureau by their ids, with what they are. */
export const namesOfUnits = reading(
  build
    .select({
      kind: sql<'school' | 'provider' | 'expert' | 'teacher'>`kind`.as('kind'),
      name: sql<string>`name`.as('name'),
    })
    .from(sql`(SELECT 'school' AS kind, name FROM schools WHERE id IN (SELECT value FROM json_each(${sql.placeholder('ids')}))
      UNION ALL SELECT 'provider', name FROM providers WHERE id IN (SELECT value FROM json_each(${sql.placeholder('ids')}))
      UNION ALL SELECT 'expert', name FROM experts WHERE id IN (SELECT value FROM json_each(${sql.placeholder('ids')}))
      UNION ALL SELECT 'teacher', name FROM teachers WHERE id IN (SELECT value FROM json_each(${sql.placeholder('ids')})))`),
)

export const interestsOfAccount = reading(
  build.select().from(interestProfiles).where(eq(interestProfiles.account, ACCOUNT)),
)
/** Profiles that were last confirmed on `day` or before, and whose owners are not asked yet. */
export const profilesToConfirm = reading(
  build
    .select({
      account: interestProfiles.account,
      role: interestProfiles.role,
      confirmedOn: interestProfiles.confirmedOn,
    })
    .from(interestProfiles)
    .where(
      and(
        lte(interestProfiles.confirmedOn, sql.placeholder('day')),
        sql`NOT EXISTS (SELECT 1 FROM tasks WHERE entity = ${interestProfiles.account} AND done_at IS NULL)`,
      ),
    )
    .orderBy(asc(interestProfiles.confirmedOn))
    .limit(LIMIT),
)

const recusalCard = {
  ...getTableColumns(recusals),
  title: sql<string>`${applications.title}`.as('application_title'),
  unitName: sql<string>`${applications.unitName}`.as('application_unit'),
}
const recusalsWhere = (condition?: SQL) =>
  build
    .select(recusalCard)
    .from(recusals)
    .innerJoin(applications, eq(applications.id, recusals.applicationId))
    .where(and(condition, lt(recusals.seq, sql`CAST(${sql.placeholder('after')} AS INTEGER)`)))
    .orderBy(desc(recusals.seq))
    .limit(LIMIT)
export const recusalPage = reading(recusalsWhere())
export const recusalPageOfPerson = reading(recusalsWhere(eq(recusals.person, sql.placeholder('person'))))
export const recusalPageByRule = reading(recusalsWhere(eq(recusals.rule, sql.placeholder('rule'))))
export const recusalPageOfItem = reading(recusalsWhere(eq(recusals.applicationId, sql.placeholder('application'))))
export const recusalById = reading(
  build
    .select(recusalCard)
    .from(recusals)
    .innerJoin(applications, eq(applications.id, recusals.applicationId))
    .where(eq(recusals.id, ID)),
)

/** The parties of an application as keys, instead of those it had. */
export function partyStatements(applicationId: string, keysOf: readonly string[]): Statement[] {
  return [
    statement('DELETE FROM parties WHERE application_id = ?', applicationId),
    statement(
      'INSERT OR IGNORE INTO parties (key, application_id) SELECT value, ? FROM json_each(?)',
      applicationId,
      JSON.stringify(keysOf),
    ),
  ]
}
