import { and, desc, eq, gt, inArray, lt, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { applications } from './schema/calls.ts'
import { commentReleases } from './schema/comments.ts'
import { scoresheets } from './schema/quality.ts'
import { experts, providers, schools } from './schema/roster.ts'

const ID = sql.placeholder('id')
const UNIT = eq(commentReleases.unitId, sql.placeholder('unit'))
/** What a unit may know of at all. */
const OUT = sql`state IN ('released', 'acknowledged')`
const newest = () => build.select().from(commentReleases)

export const commentsById = reading(newest().where(eq(commentReleases.id, ID)))
export const commentsByIds = reading(
  newest().where(inArray(commentReleases.id, sql`(SELECT value FROM json_each(${sql.placeholder('ids')}))`)),
)
export const commentPage = reading(
  newest().where(lt(commentReleases.id, AFTER)).orderBy(desc(commentReleases.id)).limit(LIMIT),
)
export const commentPageOfPanel = reading(
  newest()
    .where(and(eq(commentReleases.panelId, sql.placeholder('panel')), lt(commentReleases.id, AFTER)))
    .orderBy(desc(commentReleases.id))
    .limit(LIMIT),
)
export const commentPageOfApplication = reading(
  newest()
    .where(and(eq(commentReleases.applicationId, sql.placeholder('application')), lt(commentReleases.id, AFTER)))
    .orderBy(desc(commentReleases.id))
    .limit(LIMIT),
)
export const releasedPageOfUnit = reading(
  newest()
    .where(and(UNIT, OUT, lt(commentReleases.id, AFTER)))
    .orderBy(desc(commentReleases.id))
    .limit(LIMIT),
)

export const releasedPageOfApplication = reading(
  newest()
    .where(
      and(eq(commentReleases.applicationId, sql.placeholder('application')), UNIT, OUT, lt(commentReleases.id, AFTER)),
    )
    .orderBy(desc(commentReleases.id))
    .limit(LIMIT),
)

const SHEETS_OF = sql`SELECT json_extract(json_each.value, '$.sheetId') FROM review_comments, json_each(review_comments.experts) WHERE review_comments.id`
const sheetStates = () => build.select({ id: scoresheets.id, state: scoresheets.state }).from(scoresheets)
/** How the sheets stand that these comments come from: one that was voided gives nothing out. */
export const statesOfCommentedSheets = reading(
  sheetStates().where(inArray(scoresheets.id, sql`(${SHEETS_OF} = ${ID})`)),
)
export const statesOfSheetsOfComments = reading(
  sheetStates().where(
    inArray(scoresheets.id, sql`(${SHEETS_OF} IN (SELECT value FROM json_each(${sql.placeholder('ids')})))`),
  ),
)

const UNCOLLECTED = sql`id IN (SELECT application_id FROM scoresheets WHERE panel_id = ${ID}) AND unit_kind <> 'district'
  AND id NOT IN (SELECT application_id FROM review_comments WHERE panel_id = ${ID})`
/** Applications of a panel whose comments nobody collected yet; a nomination of another bureau has no unit here that could read them. */
export const uncollectedOfPanel = reading(
  build
    .select({
      id: applications.id,
      title: applications.title,
      unitKind: applications.unitKind,
      unitId: applications.unitId,
      unitName: applications.unitName,
    })
    .from(applications)
    .where(UNCOLLECTED)
    .orderBy(applications.id)
    .limit(LIMIT),
)
/** The sealed sheets that say something in words about those applications. */
export const commentedOfPanel = reading(
  build
    .select({
      id: scoresheets.id,
      applicationId: scoresheets.applicationId,
      scores: scoresheets.scores,
      comments: scoresheets.comments,
      comment: scoresheets.comment,
    })
    .from(scoresheets)
    .where(
      sql`${scoresheets.panelId} = ${ID} AND ${scoresheets.state} = 'submitted'
        AND (${scoresheets.comment} <> '' OR ${scoresheets.comments} <> '{}')
        AND application_id IN (SELECT id FROM applications WHERE ${UNCOLLECTED} ORDER BY id LIMIT ${LIMIT})`,
    )
    .orderBy(scoresheets.id),
)
/** As many names as are looked for in a comment, of each kind. */
const MOST_NAMES = 3000
const NAMED = ''
const named = (table: typeof experts | typeof schools) =>
  build.select({ name: table.name }).from(table).where(gt(table.name, NAMED)).orderBy(table.name).limit(MOST_NAMES)
/** Names that have no place in a comment: whoever may be an expert, and every unit of the bureau. */
export const expertNames = reading(named(experts))
export const schoolNames = reading(named(schools))
export const providerNames = reading(
  build
    .select({ name: providers.name })
    .from(providers)
    .where(gt(providers.id, NAMED))
    .orderBy(providers.id)
    .limit(MOST_NAMES),
)
