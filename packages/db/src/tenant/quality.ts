import { and, desc, eq, getTableColumns, inArray, lt, type SQL, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { SHEET_PANEL_STATE } from './panel-state.ts'
import { applications, callForms, calls } from './schema/calls.ts'
import { panels, rubrics, scoresheets } from './schema/quality.ts'
import { experts } from './schema/roster.ts'

const ID = sql.placeholder('id')

export const rubricById = reading(build.select().from(rubrics).where(eq(rubrics.id, ID)))
/** The rubric that a call names. */
export const rubricOfCall = reading(
  build
    .select(getTableColumns(rubrics))
    .from(rubrics)
    .where(eq(rubrics.id, sql`(SELECT rubric_id FROM calls WHERE calls.id = ${ID})`)),
)
const { draw: _, ...PANEL_WITHOUT_DRAW } = getTableColumns(panels)
/** A panel without its draw, which is read only where it is checked. */
export const panelById = reading(build.select(PANEL_WITHOUT_DRAW).from(panels).where(eq(panels.id, ID)))
const panelCard = {
  id: panels.id,
  callId: panels.callId,
  callTitle: sql<string>`${calls.title}`.as('call_title'),
  state: panels.state,
  size: panels.size,
  method: panels.method,
  sheetsTotal: panels.sheetsTotal,
  sheetsIn: panels.sheetsIn,
  gapsOpen: panels.gapsOpen,
  dueOn: panels.dueOn,
  version: panels.version,
  createdAt: panels.createdAt,
}
const newestPanels = (...conditions: SQL[]) =>
  build
    .select(panelCard)
    .from(panels)
    .innerJoin(calls, eq(calls.id, panels.callId))
    .where(and(...conditions, lt(panels.id, AFTER)))
    .orderBy(desc(panels.id))
    .limit(LIMIT)
export const panelPage = reading(newestPanels())
export const panelPageInState = reading(newestPanels(eq(panels.state, sql.placeholder('state'))))
/** Of one call; a call has so few that those of another state are passed over. */
export const panelPageOfCall = reading(
  newestPanels(
    eq(panels.callId, sql.placeholder('call')),
    sql`(${sql.placeholder('state')} IS NULL OR +${panels.state} = ${sql.placeholder('state')})`,
  ),
)

const sheetCard = {
  id: scoresheets.id,
  panelId: scoresheets.panelId,
  applicationId: scoresheets.applicationId,
  expertId: scoresheets.expertId,
  state: scoresheets.state,
  total: scoresheets.total,
  conflicts: scoresheets.conflicts,
  version: scoresheets.version,
  createdAt: scoresheets.createdAt,
}
export const sheetPageOfExpert = reading(
  build
    .select(sheetCard)
    .from(scoresheets)
    .where(and(eq(scoresheets.expertId, sql.placeholder('expert')), lt(scoresheets.id, AFTER)))
    .orderBy(desc(scoresheets.id))
    .limit(LIMIT),
)
export const sheetPageOfExpertInPanel = reading(
  build
    .select(sheetCard)
    .from(scoresheets)
    .where(
      and(
        eq(scoresheets.expertId, sql.placeholder('expert')),
        eq(scoresheets.panelId, sql.placeholder('panel')),
        lt(scoresheets.id, AFTER),
      ),
    )
    .orderBy(desc(scoresheets.id))
    .limit(LIMIT),
)
const namedSheets = () =>
  build
    .select({
      ...sheetCard,
      expertName: sql<string>`${experts.name}`.as('expert_name'),
      title: applications.title,
      unitName: applications.unitName,
    })
    .from(scoresheets)
    .innerJoin(experts, eq(experts.id, scoresheets.expertId))
    .innerJoin(applications, eq(applications.id, scoresheets.applicationId))
export const sheetPage = reading(
  namedSheets().where(lt(scoresheets.id, AFTER)).orderBy(desc(scoresheets.id)).limit(LIMIT),
)
export const sheetPageOfPanel = reading(
  namedSheets()
    .where(and(eq(scoresheets.panelId, sql.placeholder('panel')), lt(scoresheets.id, AFTER)))
    .orderBy(desc(scoresheets.id))
    .limit(LIMIT),
)
export const sheetById = reading(
  build
    .select({
      ...sheetCard,
      scores: scoresheets.scores,
      comments: scoresheets.comments,
      comment: scoresheets.comment,
      seat: scoresheets.seat,
      reopenNote: scoresheets.reopenNote,
      declaredAt: scoresheets.declaredAt,
      sealedAt: scoresheets.sealedAt,
      title: applications.title,
      unitName: applications.unitName,
      formValues: applications.formValues,
      /** The form under which it was handed in, whatever the call asks now. */
      form: callForms.form,
      review: calls.review,
      callTitle: sql<string>`${calls.title}`.as('call_title'),
      rubricId: panels.rubricId,
      rubric: rubrics.body,
      rubricState: sql<'draft' | 'published' | 'retired'>`${rubrics.state}`.as('rubric_state'),
      panelState: SHEET_PANEL_STATE.as('panel_state'),
      blindness: panels.blindness,
      dueOn: panels.dueOn,
    })
    .from(scoresheets)
    .innerJoin(panels, eq(panels.id, scoresheets.panelId))
    .innerJoin(rubrics, eq(rubrics.id, panels.rubricId))
    .innerJoin(calls, eq(calls.id, panels.callId))
    .innerJoin(applications, eq(applications.id, scoresheets.applicationId))
    .innerJoin(callForms, and(eq(callForms.callId, panels.callId), eq(callForms.no, applications.formNo)))
    .where(eq(scoresheets.id, ID)),
)
const CALL_OF_PANEL = sql`(SELECT call_id FROM panels WHERE panels.id = ${ID})`
export const callOfPanel = reading(
  build.select({ title: calls.title, review: calls.review }).from(calls).where(eq(calls.id, CALL_OF_PANEL)),
)
export const rubricOfPanel = reading(
  build
    .select(getTableColumns(rubrics))
    .from(rubrics)
    .where(eq(rubrics.id, sql`(SELECT rubric_id FROM panels WHERE panels.id = ${ID})`)),
)
export const applicationsOfPanel = reading(
  build
    .select({
      id: applications.id,
      title: applications.title,
      unitId: applications.unitId,
      unitName: applications.unitName,
      state: applications.state,
      score: applications.score,
      rank: applications.rank,
      version: applications.version,
    })
    .from(applications)
    .where(inArray(applications.id, sql`(SELECT application_id FROM scoresheets WHERE scoresheets.panel_id = ${ID})`))
    .orderBy(applications.id),
)
