import { and, desc, eq, inArray, isNull, lt, lte, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { applications, attachments, calls, extensions } from './schema/calls.ts'

const ID = sql.placeholder('id')
const STATE = sql.placeholder('state')

export const callById = reading(build.select().from(calls).where(eq(calls.id, ID)))

const callCard = {
  id: calls.id,
  kind: calls.kind,
  level: calls.level,
  year: calls.year,
  title: calls.title,
  state: calls.state,
  opensAt: calls.opensAt,
  closesAt: calls.closesAt,
  quotaPerUnit: calls.quotaPerUnit,
  unitKinds: calls.unitKinds,
  version: calls.version,
}
export const callPage = reading(
  build.select(callCard).from(calls).where(lt(calls.id, AFTER)).orderBy(desc(calls.id)).limit(LIMIT),
)
export const callPageByState = reading(
  build
    .select(callCard)
    .from(calls)
    .where(and(eq(calls.state, STATE), lt(calls.id, AFTER)))
    .orderBy(desc(calls.id))
    .limit(LIMIT),
)
/** Calls that are or were open: what a school may see. */
export const callPagePublished = reading(
  build
    .select(callCard)
    .from(calls)
    .where(and(sql`${calls.state} <> 'draft'`, lt(calls.id, AFTER)))
    .orderBy(desc(calls.id))
    .limit(LIMIT),
)

/** What an application needs of its call to know its actions, and the extension its unit was granted. */
const windowColumns = {
  callTitle: sql<string | null>`${calls.title}`.as('call_title'),
  callState: sql<string | null>`${calls.state}`.as('call_state'),
  opensAt: calls.opensAt,
  closesAt: calls.closesAt,
  extendedUntil: sql<string | null>`${extensions.until}`.as('extended_until'),
}
/** An application in a list, with what its actions depend on. */
export const applicationCard = {
  id: applications.id,
  callId: applications.callId,
  unitKind: applications.unitKind,
  unitId: applications.unitId,
  unitName: applications.unitName,
  title: applications.title,
  state: applications.state,
  number: applications.number,
  score: applications.score,
  rank: applications.rank,
  cleared: applications.cleared,
  submissionNo: applications.submissionNo,
  version: applications.version,
  updatedAt: applications.updatedAt,
  ...windowColumns,
}
export const ofExtension = and(eq(extensions.callId, applications.callId), eq(extensions.unitId, applications.unitId))
export const applicationById = reading(
  build
    .select({
      ...applicationCard,
      formValues: applications.formValues,
      provenance: applications.provenance,
      noticeId: applications.noticeId,
      formNo: applications.formNo,
      leftValues: applications.leftValues,
      copiedFrom: applications.copiedFrom,
      createdAt: applications.createdAt,
      form: calls.form,
      callFormNo: sql<number | null>`${calls.formNo}`.as('call_form_no'),
      eligibility: calls.eligibility,
      quotaPerUnit: calls.quotaPerUnit,
      unitKinds: calls.unitKinds,
      callKind: sql<string | null>`${calls.kind}`.as('call_kind'),
      callLevel: sql<string | null>`${calls.level}`.as('call_level'),
      callYear: sql<number | null>`${calls.year}`.as('call_year'),
      contact: calls.contact,
      callVersion: sql<number | null>`${calls.version}`.as('call_version'),
      rubricId: calls.rubricId,
    })
    .from(applications)
    .leftJoin(calls, eq(calls.id, applications.callId))
    .leftJoin(extensions, ofExtension)
    .where(eq(applications.id, ID)),
)

/** The number that a batch has just given. */
export const applicationNumber = reading(
  build.select({ number: applications.number }).from(applications).where(eq(applications.id, ID)),
)

export const applicationsByIds = reading(
  build
    .select({
      id: applications.id,
      callId: applications.callId,
      title: applications.title,
      state: applications.state,
      unitKind: applications.unitKind,
      unitId: applications.unitId,
      unitName: applications.unitName,
      rank: applications.rank,
      cleared: applications.cleared,
      version: applications.version,
    })
    .from(applications)
    .where(inArray(applications.id, sql`(SELECT value FROM json_each(${sql.placeholder('ids')}))`)),
)
export const attachmentsOf = reading(
  build
    .select()
    .from(attachments)
    .where(and(eq(attachments.applicationId, ID), isNull(attachments.removedAt)))
    .orderBy(attachments.id)
    .limit(50),
)
/** One attachment, even when the draft has let it go: an earlier submission may name it. */
export const attachmentById = reading(
  build
    .select()
    .from(attachments)
    .where(and(eq(attachments.id, sql.placeholder('attachment')), eq(attachments.applicationId, ID))),
)

/** Open calls whose window is over. */
export const callsDue = reading(
  build
    .select({ id: calls.id })
    .from(calls)
    .where(and(eq(calls.state, 'open'), lte(calls.closesAt, sql.placeholder('now'))))
    .limit(20),
)
