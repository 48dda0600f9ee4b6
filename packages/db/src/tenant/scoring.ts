import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { SHEET_PANEL_STATE } from './panel-state.ts'
import { applications, calls } from './schema/calls.ts'
import { journal } from './schema/house.ts'
import { panels, rubrics, scoresheets } from './schema/quality.ts'
import { experts } from './schema/roster.ts'

const ID = sql.placeholder('id')

/** A panel with the rubric it scores by, retired or not. */
export const panelWithRubric = reading(
  build
    .select({
      id: panels.id,
      callId: panels.callId,
      callTitle: calls.title,
      state: panels.state,
      blindness: panels.blindness,
      dueOn: panels.dueOn,
      rubricId: panels.rubricId,
      rubric: rubrics.body,
      rubricState: sql<'draft' | 'published' | 'retired'>`${rubrics.state}`.as('rubric_state'),
    })
    .from(panels)
    .innerJoin(rubrics, eq(rubrics.id, panels.rubricId))
    .innerJoin(calls, eq(calls.id, panels.callId))
    .where(eq(panels.id, ID)),
)

const scored = {
  id: scoresheets.id,
  panelId: scoresheets.panelId,
  applicationId: scoresheets.applicationId,
  expertId: scoresheets.expertId,
  state: scoresheets.state,
  scores: scoresheets.scores,
  comments: scoresheets.comments,
  comment: scoresheets.comment,
  total: scoresheets.total,
  reopenNote: scoresheets.reopenNote,
  sealedAt: scoresheets.sealedAt,
  version: scoresheets.version,
}

/** As many sheets as one expert has in one panel. */
const MOST_OWN = 1000

/** An expert's sheets in one panel, in the drawn order in which they were given. */
export const ownSheetsOfPanel = reading(
  build
    .select(scored)
    .from(scoresheets)
    .where(and(eq(scoresheets.expertId, sql.placeholder('expert')), eq(scoresheets.panelId, ID)))
    .orderBy(scoresheets.id)
    .limit(MOST_OWN),
)

/** These sheets (`ids` is JSON) with their panel and rubric: what is submitted together. */
export const sheetsToSubmit = reading(
  build
    .select({
      ...scored,
      rubricId: panels.rubricId,
      rubric: rubrics.body,
      panelState: SHEET_PANEL_STATE.as('panel_state'),
      dueOn: panels.dueOn,
    })
    .from(scoresheets)
    .innerJoin(panels, eq(panels.id, scoresheets.panelId))
    .innerJoin(rubrics, eq(rubrics.id, panels.rubricId))
    .where(inArray(scoresheets.id, sql`(SELECT value FROM json_each(${sql.placeholder('ids')}))`)),
)

/** A slice of a panel's sheets with the names the office knows them by; oldest first. */
export const scoredSlice = reading(
  build
    .select({
      ...scored,
      expertName: sql<string>`${experts.name}`.as('expert_name'),
      title: applications.title,
      unitName: applications.unitName,
    })
    .from(scoresheets)
    .innerJoin(experts, eq(experts.id, scoresheets.expertId))
    .innerJoin(applications, eq(applications.id, scoresheets.applicationId))
    .where(and(eq(scoresheets.panelId, ID), gt(scoresheets.id, AFTER)))
    .orderBy(scoresheets.id)
    .limit(LIMIT),
)

/** What happened to a sheet, with what was sealed each time. */
export const journalOfSheet = reading(
  build
    .select({
      version: journal.version,
      verb: journal.verb,
      at: journal.at,
      after: sql<string | null>`${journal.after}`.as('after'),
      note: journal.note,
    })
    .from(journal)
    .where(and(eq(journal.entity, ID), inArray(journal.verb, ['submit', 'reopen'])))
    .orderBy(journal.version),
)
