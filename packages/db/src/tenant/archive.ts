import { and, asc, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { CHANGE } from './house.ts'
import { applications, attachments, callForms, calls, notices, objections, submissions } from './schema/calls.ts'
import { files } from './schema/files.ts'
import { journal } from './schema/house.ts'
import { evaluations, panels, scoresheets } from './schema/quality.ts'
import { rankings } from './schema/rankings.ts'
import { experts } from './schema/roster.ts'

/** Everything about one project, each part found from the project's id in one trip; the reader puts it in order. */
const ID = sql.placeholder('id')
const APPLICATION = sql`(SELECT application_id FROM projects WHERE projects.id = ${ID})`
const CALL = sql`(SELECT call_id FROM projects WHERE projects.id = ${ID})`

export const applicationOfProject = reading(
  build
    .select({
      id: applications.id,
      title: applications.title,
      number: applications.number,
      state: applications.state,
      score: applications.score,
      rank: applications.rank,
      provenance: applications.provenance,
      createdAt: applications.createdAt,
    })
    .from(applications)
    .where(eq(applications.id, APPLICATION)),
)
export const callOfProject = reading(
  build
    .select({ id: calls.id, title: calls.title, year: calls.year, kind: calls.kind, level: calls.level })
    .from(calls)
    .where(eq(calls.id, CALL)),
)
export const submissionsOfProject = reading(
  build
    .select()
    .from(submissions)
    .where(eq(submissions.applicationId, APPLICATION))
    .orderBy(asc(submissions.no))
    .limit(100),
)
export const formsOfProject = reading(
  build.select().from(callForms).where(eq(callForms.callId, CALL)).orderBy(asc(callForms.no)).limit(100),
)
export const attachmentsOfProject = reading(
  build
    .select()
    .from(attachments)
    .where(eq(attachments.applicationId, APPLICATION))
    .orderBy(asc(attachments.id))
    .limit(200),
)

/** Notices of the call in which the application stands. */
const OF_PROJECT = sql`EXISTS (SELECT 1 FROM json_each(notices.items) WHERE json_extract(value, '$.applicationId') = ${APPLICATION})`
export const noticesOfProject = reading(
  build
    .select()
    .from(notices)
    .where(and(eq(notices.callId, CALL), OF_PROJECT))
    .orderBy(asc(notices.id))
    .limit(50),
)
const NOTICES = sql`(SELECT notices.id FROM notices WHERE notices.call_id = ${CALL} AND ${OF_PROJECT})`
export const objectionsOfProject = reading(
  build.select().from(objections).where(inArray(objections.noticeId, NOTICES)).limit(500),
)
export const evidenceOfProject = reading(
  build
    .select()
    .from(files)
    .where(inArray(files.owner, sql`(SELECT objections.id FROM objections WHERE objections.notice_id IN ${NOTICES})`))
    .limit(500),
)

export const sheetsOfProject = reading(
  build
    .select({
      id: scoresheets.id,
      panelId: scoresheets.panelId,
      expertName: sql<string>`${experts.name}`.as('expert_name'),
      state: scoresheets.state,
      scores: scoresheets.scores,
      total: scoresheets.total,
      comment: scoresheets.comment,
      conflicts: scoresheets.conflicts,
    })
    .from(scoresheets)
    .innerJoin(experts, eq(experts.id, scoresheets.expertId))
    .where(eq(scoresheets.applicationId, APPLICATION))
    .orderBy(asc(scoresheets.id))
    .limit(200),
)
/** The project's application in the newest ranking of each panel that reviewed it. */
export const rankingsOfProject = reading(
  build
    .select(getTableColumns(rankings))
    .from(rankings)
    .innerJoin(panels, and(eq(panels.id, rankings.panelId), eq(panels.round, rankings.round)))
    .where(eq(rankings.applicationId, APPLICATION))
    .orderBy(asc(rankings.panelId))
    .limit(20),
)
export const panelsOfProject = reading(
  build
    .select({
      id: panels.id,
      state: panels.state,
      size: panels.size,
      method: panels.method,
      seed: panels.seed,
      result: panels.result,
      createdAt: panels.createdAt,
    })
    .from(panels)
    .where(
      inArray(
        panels.id,
        sql`(SELECT scoresheets.panel_id FROM scoresheets WHERE scoresheets.application_id = ${APPLICATION})`,
      ),
    )
    .orderBy(asc(panels.id)),
)
/** Of the application and of the project. */
export const evaluationsOfProject = reading(
  build
    .select()
    .from(evaluations)
    .where(inArray(evaluations.subjectId, sql`(${ID}, ${APPLICATION})`))
    .limit(50),
)
const change = { entity: journal.entity, ...CHANGE, leafHash: journal.leafHash }
/** What happened to the project and to its application. */
export const journalOfProject = reading(
  build
    .select(change)
    .from(journal)
    .where(inArray(journal.entity, sql`(${ID}, ${APPLICATION})`))
    .orderBy(asc(journal.entity), asc(journal.version))
    .limit(1000),
)
export const journalOfAmendments = reading(
  build
    .select(change)
    .from(journal)
    .where(inArray(journal.entity, sql`(SELECT amendments.id FROM amendments WHERE amendments.project_id = ${ID})`))
    .orderBy(asc(journal.entity), asc(journal.version))
    .limit(1000),
)
