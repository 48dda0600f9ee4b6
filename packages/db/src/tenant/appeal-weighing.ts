import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { applications, callForms, calls } from './schema/calls.ts'
import { evaluations, panels, rubrics, scoresheets } from './schema/quality.ts'
import { projects } from './schema/training.ts'

/** What a settlement of an appeal (`id`) is worked out from. */
const ID = sql.placeholder('id')
const SUBJECT = sql`(SELECT a.subject_id FROM appeals a WHERE a.id = ${ID})`
const PANEL = sql`(SELECT e.panel_id FROM appeals a JOIN evaluations e ON e.id = a.evaluation_id WHERE a.id = ${ID})`

/** The newest evaluation of the subject: the one that counts until the settlement. */
export const countingEvaluation = reading(
  build
    .select({
      ...getTableColumns(evaluations),
      rubric: rubrics.body,
      rubricNo: sql<number | null>`${rubrics.no}`.as('rubric_no'),
      rubricLine: sql<string | null>`${rubrics.line}`.as('rubric_line'),
      rubricVersion: sql<number | null>`${rubrics.version}`.as('rubric_version'),
    })
    .from(evaluations)
    .leftJoin(rubrics, eq(rubrics.id, evaluations.rubricId))
    .where(eq(evaluations.id, sql`(SELECT max(e.id) FROM evaluations e WHERE e.subject_id = ${SUBJECT})`)),
)
/** Every sealed sheet of the panel, the further expert's among them. */
export const sealedSheetsOfAppeal = reading(
  build
    .select({
      id: scoresheets.id,
      item: sql<string>`${scoresheets.applicationId}`.as('item'),
      rater: sql<string>`${scoresheets.expertId}`.as('rater'),
      scores: scoresheets.scores,
      total: scoresheets.total,
      version: scoresheets.version,
    })
    .from(scoresheets)
    .where(and(eq(scoresheets.panelId, PANEL), sql`+${scoresheets.state} = 'submitted'`))
    .orderBy(asc(scoresheets.id)),
)
export const panelOfAppeal = reading(
  build
    .select({
      id: panels.id,
      method: panels.method,
      review: calls.review,
      callTitle: sql<string>`${calls.title}`.as('call_title'),
    })
    .from(panels)
    .innerJoin(calls, eq(calls.id, panels.callId))
    .where(eq(panels.id, PANEL)),
)
/** The application that is judged again, with the form it was handed in under: what conflicts are computed from. */
export const itemOfAppeal = reading(
  build
    .select({
      id: applications.id,
      unitId: applications.unitId,
      unitName: applications.unitName,
      formValues: applications.formValues,
      form: callForms.form,
    })
    .from(applications)
    .innerJoin(callForms, and(eq(callForms.callId, applications.callId), eq(callForms.no, applications.formNo)))
    .where(eq(applications.id, SUBJECT)),
)
/** The items of the panel with the place they have now, and the exact total of their newest evaluation. */
export const placesOfAppeal = reading(
  build
    .select({
      id: applications.id,
      title: applications.title,
      state: applications.state,
      version: applications.version,
      score: applications.score,
      rank: applications.rank,
      exact: sql<
        string | null
      >`(SELECT json_extract(e.derivation, '$.totalExact') FROM evaluations e WHERE e.subject_id = applications.id ORDER BY e.id DESC LIMIT 1)`.as(
        'exact',
      ),
    })
    .from(applications)
    .where(
      sql`${applications.id} IN (SELECT s.application_id FROM scoresheets s WHERE s.panel_id = ${PANEL}) AND ${applications.rank} IS NOT NULL`,
    )
    .orderBy(applications.id),
)
export const projectOfAppeal = reading(
  build
    .select({
      id: projects.id,
      state: projects.state,
      version: projects.version,
      score: projects.score,
      band: projects.band,
    })
    .from(projects)
    .where(eq(projects.id, SUBJECT)),
)
