import { and, desc, eq, getTableColumns, inArray, isNull, lt, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { applications, attachments, callForms, calls } from './schema/calls.ts'
import { evaluations, panels, rubrics, scoresheets } from './schema/quality.ts'
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
export const rubricPage = reading(
  build
    .select({
      id: rubrics.id,
      title: rubrics.title,
      purpose: rubrics.purpose,
      state: rubrics.state,
      version: rubrics.version,
      createdAt: rubrics.createdAt,
    })
    .from(rubrics)
    .where(lt(rubrics.id, AFTER))
    .orderBy(desc(rubrics.id))
    .limit(LIMIT),
)

export const panelById = reading(build.select().from(panels).where(eq(panels.id, ID)))
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
export const panelPage = reading(
  build
    .select(panelCard)
    .from(panels)
    .innerJoin(calls, eq(calls.id, panels.callId))
    .where(lt(panels.id, AFTER))
    .orderBy(desc(panels.id))
    .limit(LIMIT),
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
      comment: scoresheets.comment,
      title: applications.title,
      unitName: applications.unitName,
      formValues: applications.formValues,
      /** The form under which it was handed in, whatever the call asks now. */
      form: callForms.form,
      review: calls.review,
      rubricId: panels.rubricId,
      rubric: rubrics.body,
      panelState: sql<string>`${panels.state}`.as('panel_state'),
    })
    .from(scoresheets)
    .innerJoin(panels, eq(panels.id, scoresheets.panelId))
    .innerJoin(rubrics, eq(rubrics.id, panels.rubricId))
    .innerJoin(calls, eq(calls.id, panels.callId))
    .innerJoin(applications, eq(applications.id, scoresheets.applicationId))
    .innerJoin(callForms, and(eq(callForms.callId, panels.callId), eq(callForms.no, applications.formNo)))
    .where(eq(scoresheets.id, ID)),
)
/** The attachments of the application that a sheet is about. */
export const filesOfSheet = reading(
  build
    .select()
    .from(attachments)
    .where(
      and(
        eq(attachments.applicationId, sql`(SELECT application_id FROM scoresheets WHERE scoresheets.id = ${ID})`),
        isNull(attachments.removedAt),
      ),
    )
    .orderBy(attachments.id)
    .limit(50),
)
/** Every sheet of a panel with its points: what a conclusion is made from. */
export const scoredSheetsOfPanel = reading(
  build
    .select({
      id: scoresheets.id,
      applicationId: scoresheets.applicationId,
      expertId: scoresheets.expertId,
      expertName: sql<string>`${experts.name}`.as('expert_name'),
      title: applications.title,
      unitName: applications.unitName,
      state: scoresheets.state,
      scores: scoresheets.scores,
      total: scoresheets.total,
      conflicts: scoresheets.conflicts,
      version: scoresheets.version,
    })
    .from(scoresheets)
    .innerJoin(experts, eq(experts.id, scoresheets.expertId))
    .innerJoin(applications, eq(applications.id, scoresheets.applicationId))
    .where(eq(scoresheets.panelId, ID))
    .orderBy(scoresheets.id),
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
      version: applications.version,
    })
    .from(applications)
    .where(inArray(applications.id, sql`(SELECT application_id FROM scoresheets WHERE scoresheets.panel_id = ${ID})`))
    .orderBy(applications.id),
)

export const evaluationById = reading(build.select().from(evaluations).where(eq(evaluations.id, ID)))
const evaluationCard = {
  id: evaluations.id,
  subjectKind: evaluations.subjectKind,
  subjectId: evaluations.subjectId,
  unitId: evaluations.unitId,
  rubricId: evaluations.rubricId,
  method: evaluations.method,
  engine: evaluations.engine,
  total: evaluations.total,
  band: evaluations.band,
  sha256: evaluations.sha256,
  version: evaluations.version,
  createdAt: evaluations.createdAt,
}
export const evaluationPage = reading(
  build
    .select(evaluationCard)
    .from(evaluations)
    .where(lt(evaluations.id, AFTER))
    .orderBy(desc(evaluations.id))
    .limit(LIMIT),
)
export const evaluationPageOfUnit = reading(
  build
    .select(evaluationCard)
    .from(evaluations)
    .where(and(eq(evaluations.unitId, sql.placeholder('unit')), lt(evaluations.id, AFTER)))
    .orderBy(desc(evaluations.id))
    .limit(LIMIT),
)
export const evaluationsOfSubject = reading(
  build
    .select(evaluationCard)
    .from(evaluations)
    .where(and(eq(evaluations.subjectId, ID), lt(evaluations.id, AFTER)))
    .orderBy(desc(evaluations.id))
    .limit(LIMIT),
)
