import { and, desc, eq, getTableColumns, lt, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { assertion, reading, type Statement } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { applications, notices } from './schema/calls.ts'
import { evaluations, rubrics } from './schema/quality.ts'
import { experts } from './schema/roster.ts'
import { projects } from './schema/training.ts'

const ID = sql.placeholder('id')

/** Names stand with their things and not with the evaluation: each is one look-up by its key. */
const card = {
  id: evaluations.id,
  subjectKind: evaluations.subjectKind,
  subjectId: evaluations.subjectId,
  subjectTitle: sql<string>`coalesce(${applications.title}, ${projects.title}, '')`.as('subject_title'),
  unitId: evaluations.unitId,
  unitName: sql<string>`coalesce(${applications.unitName}, ${projects.unitName}, '')`.as('unit_name'),
  rubricId: evaluations.rubricId,
  rubricTitle: sql<string>`json_extract(${evaluations.derivation}, '$.rubricTitle')`.as('rubric_title'),
  rubricNo: sql<number>`coalesce(${rubrics.no}, 1)`.as('rubric_no'),
  panelId: evaluations.panelId,
  method: evaluations.method,
  engine: evaluations.engine,
  status: sql<'final' | 'blocked'>`json_extract(${evaluations.derivation}, '$.status')`.as('status'),
  total: evaluations.total,
  band: evaluations.band,
  bandTitle: sql<string | null>`json_extract(${evaluations.derivation}, '$.bandTitle')`.as('band_title'),
  cause: evaluations.cause,
  previousId: evaluations.previousId,
  reason: evaluations.reason,
  sha256: evaluations.sha256,
  version: evaluations.version,
  createdAt: evaluations.createdAt,
}
const cards = () =>
  build
    .select(card)
    .from(evaluations)
    .leftJoin(applications, eq(applications.id, evaluations.subjectId))
    .leftJoin(projects, eq(projects.id, evaluations.subjectId))
    .leftJoin(rubrics, eq(rubrics.id, evaluations.rubricId))

export const evaluationCardById = reading(cards().where(eq(evaluations.id, ID)))
export const evaluationPage = reading(
  cards().where(lt(evaluations.id, AFTER)).orderBy(desc(evaluations.id)).limit(LIMIT),
)
export const evaluationPageOfUnit = reading(
  cards()
    .where(and(eq(evaluations.unitId, sql.placeholder('unit')), lt(evaluations.id, AFTER)))
    .orderBy(desc(evaluations.id))
    .limit(LIMIT),
)
export const evaluationsOfSubject = reading(
  cards()
    .where(and(eq(evaluations.subjectId, ID), lt(evaluations.id, AFTER)))
    .orderBy(desc(evaluations.id))
    .limit(LIMIT),
)
export const evaluationsOfPanel = reading(
  cards()
    .where(and(eq(evaluations.panelId, ID), lt(evaluations.id, AFTER)))
    .orderBy(desc(evaluations.id))
    .limit(LIMIT),
)
/** The evaluation beside which a newer one stands. */
export const previousEvaluationCard = reading(
  cards().where(eq(evaluations.id, sql`(SELECT e.previous_id FROM evaluations e WHERE e.id = ${ID})`)),
)

const whole = () =>
  build
    .select({ ...getTableColumns(evaluations), rubric: rubrics.body })
    .from(evaluations)
    .leftJoin(rubrics, eq(rubrics.id, evaluations.rubricId))
const PREVIOUS = sql`(SELECT e.previous_id FROM evaluations e WHERE e.id = ${ID})`

/** An evaluation whole, with the tree of the rubric it went by. */
export const evaluationById = reading(whole().where(eq(evaluations.id, ID)))
export const previousEvaluation = reading(whole().where(eq(evaluations.id, PREVIOUS)))
/** Its stored text, byte for byte. */
export const derivationText = reading(
  build
    .select({
      unitId: evaluations.unitId,
      engine: evaluations.engine,
      inputsSha256: evaluations.inputsSha256,
      sha256: evaluations.sha256,
      text: sql<string>`${evaluations.derivation}`.as('text'),
    })
    .from(evaluations)
    .where(eq(evaluations.id, ID)),
)
/** The experts behind the drawn numbers of an evaluation. */
export const expertsOfEvaluation = reading(
  build
    .select({ id: experts.id, name: experts.name })
    .from(experts)
    .where(
      sql`${experts.id} IN (SELECT value FROM json_each((SELECT json_extract(e.inputs, '$.raters') FROM evaluations e WHERE e.id = ${ID})))`,
    ),
)
/** The newest evaluation of what another is about. */
export const newestOfSubjectOf = reading(
  build
    .select({ id: evaluations.id })
    .from(evaluations)
    .where(eq(evaluations.subjectId, sql`(SELECT e.subject_id FROM evaluations e WHERE e.id = ${ID})`))
    .orderBy(desc(evaluations.id))
    .limit(1),
)
/** When the result of an application was told to its unit: the first day of its notice, the release of the experts' words. */
export const toldOfEvaluation = reading(
  build
    .select({
      noticedOn: notices.startsOn,
      releasedAt: sql<
        string | null
      >`(SELECT max(r.released_at) FROM review_comments r WHERE r.application_id = ${applications.id} AND r.state IN ('released', 'acknowledged'))`.as(
        'released_at',
      ),
    })
    .from(applications)
    .leftJoin(notices, eq(notices.id, applications.noticeId))
    .where(eq(applications.id, sql`(SELECT e.subject_id FROM evaluations e WHERE e.id = ${ID})`)),
)

/** That an evaluation is still the newest of its subject. */
export function stillNewest(id: string, subject: string): Statement {
  return assertion('newest', 'SELECT max(id) = ? FROM evaluations WHERE subject_id = ?', id, subject)
}
