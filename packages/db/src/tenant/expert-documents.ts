import { CLEANER, type DocumentCheck } from '@shixun/domain/quality/blindness/expert-document'
import { and, eq, getTableColumns, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { AFTER, LIMIT } from './paging.ts'
import { applications, attachments, callForms } from './schema/calls.ts'
import { expertDocuments as documents } from './schema/expert-documents.ts'

const ID = sql.placeholder('id')

/** What was found out about a file, as columns beside the file's own; all null when nobody looked yet. */
const found = {
  cleaner: documents.cleaner,
  outcome: documents.outcome,
  reason: documents.reason,
  names: documents.names,
  whole: documents.whole,
  ruling: documents.ruling,
  note: documents.note,
  replacedAt: documents.replacedAt,
  checkVersion: sql<number | null>`${documents.version}`.as('check_version'),
  cleanKey: sql<string | null>`${documents.objectKey}`.as('clean_key'),
  cleanType: sql<string | null>`${documents.mediaType}`.as('clean_type'),
  cleanSize: sql<number | null>`${documents.size}`.as('clean_size'),
}

type Found = { [Key in keyof DocumentCheck]: DocumentCheck[Key] | null } & { replacedAt: string | null }

/** What was found out about a file; null when nobody looked yet. */
export function checkOf({ cleaner, outcome, reason, names, whole, ruling, replacedAt }: Found): DocumentCheck | null {
  if (cleaner === null || outcome === null || names === null || whole === null) return null
  // a copy that the office put in its place is the last word: nothing is made anew from the file under other rules
  return { cleaner: replacedAt === null ? cleaner : CLEANER, outcome, reason, names, whole, ruling }
}

/** The attachments of the application that a sheet is about, with what experts may see of them. */
export const filesOfSheet = reading(
  build
    .select({ ...getTableColumns(attachments), ...found })
    .from(attachments)
    .leftJoin(documents, eq(documents.attachmentId, attachments.id))
    .where(
      and(
        eq(attachments.applicationId, sql`(SELECT application_id FROM scoresheets WHERE scoresheets.id = ${ID})`),
        isNull(attachments.removedAt),
      ),
    )
    .orderBy(attachments.id)
    .limit(50),
)

const withApplication = {
  ...getTableColumns(attachments),
  ...found,
  callId: applications.callId,
  title: applications.title,
  unitName: applications.unitName,
  formValues: applications.formValues,
  form: callForms.form,
}
/** Applications that are, or may come, before experts. */
const BEFORE_EXPERTS = ['screened', 'in_review', 'ranked'] as const

/** Files of a call's applications, in the order of applications and uploads; `application` and `after` say where to go on. */
export const documentsOfCall = reading(
  build
    .select(withApplication)
    .from(applications)
    .innerJoin(attachments, eq(attachments.applicationId, applications.id))
    .innerJoin(callForms, and(eq(callForms.callId, applications.callId), eq(callForms.no, applications.formNo)))
    .leftJoin(documents, eq(documents.attachmentId, attachments.id))
    .where(
      and(
        eq(applications.callId, ID),
        inArray(applications.state, [...BEFORE_EXPERTS]),
        isNull(attachments.removedAt),
        sql`${applications.id} >= ${sql.placeholder('application')}`,
        or(gt(applications.id, sql.placeholder('application')), gt(attachments.id, AFTER)),
      ),
    )
    .orderBy(applications.id, attachments.id)
    .limit(LIMIT),
)

/** One file with its application. */
export const documentById = reading(
  build
    .select(withApplication)
    .from(attachments)
    .innerJoin(applications, eq(applications.id, attachments.applicationId))
    .innerJoin(callForms, and(eq(callForms.callId, applications.callId), eq(callForms.no, applications.formNo)))
    .leftJoin(documents, eq(documents.attachmentId, attachments.id))
    .where(and(eq(attachments.id, ID), isNull(attachments.removedAt)))
    .limit(1),
)
