import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { callForms, submissions } from './schema/calls.ts'

const ID = sql.placeholder('id')

/** Every submission of an application, the newest first, without its answers. */
export const submissionsOf = reading(
  build
    .select({
      no: submissions.no,
      formNo: submissions.formNo,
      title: submissions.title,
      sha256: submissions.sha256,
      attachments: submissions.attachments,
      submittedAt: submissions.submittedAt,
    })
    .from(submissions)
    .where(eq(submissions.applicationId, ID))
    .orderBy(desc(submissions.no))
    .limit(100),
)

const LAST = sql`(SELECT submission_no FROM applications WHERE applications.id = ${ID})`
const FROM = sql`coalesce(${sql.placeholder('from')}, ${LAST} - 1)`
const TO = sql`coalesce(${sql.placeholder('to')}, ${LAST})`
/** Two submissions of an application, whole; the last two where null is asked. */
export const submissionPair = reading(
  build
    .select()
    .from(submissions)
    .where(and(eq(submissions.applicationId, ID), sql`${submissions.no} IN (${FROM}, ${TO})`)),
)
/** The forms under which those two were written. */
export const formsOfPair = reading(
  build
    .select()
    .from(callForms)
    .where(
      and(
        eq(callForms.callId, sql`(SELECT call_id FROM applications WHERE applications.id = ${ID})`),
        inArray(
          callForms.no,
          sql`(SELECT form_no FROM submissions WHERE application_id = ${ID} AND submissions.no IN (${FROM}, ${TO}))`,
        ),
      ),
    ),
)
