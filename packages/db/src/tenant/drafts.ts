import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { applications, attachments, callForms } from './schema/calls.ts'
import { uploadParts, uploads } from './schema/files.ts'
import { settings } from './schema/house.ts'

const ID = sql.placeholder('id')

/** The form that an application was last saved under. */
export const savedFormOf = reading(
  build
    .select({ no: callForms.no, form: callForms.form })
    .from(callForms)
    .where(
      and(
        eq(callForms.callId, sql`(SELECT call_id FROM applications WHERE applications.id = ${ID})`),
        eq(callForms.no, sql`(SELECT form_no FROM applications WHERE applications.id = ${ID})`),
      ),
    ),
)
/** A form of the application's call by its number. */
export const formOfCall = reading(
  build
    .select({ no: callForms.no, form: callForms.form })
    .from(callForms)
    .where(and(eq(callForms.callId, sql.placeholder('call')), eq(callForms.no, sql.placeholder('no')))),
)

/** What the checks of a draft rest on and its number is made of. */
export const settingsOfDrafts = reading(
  build
    .select()
    .from(settings)
    .where(inArray(settings.key, ['budget-policy', 'content-modules', 'numbering'])),
)

export const uploadsOf = reading(
  build.select().from(uploads).where(eq(uploads.applicationId, ID)).orderBy(uploads.id).limit(50),
)
/** The stored parts of all unfinished uploads of an application: fifty uploads of eleven parts at most. */
export const partsOfUploads = reading(
  build
    .select()
    .from(uploadParts)
    .where(inArray(uploadParts.uploadId, sql`(SELECT uploads.id FROM uploads WHERE uploads.application_id = ${ID})`))
    .limit(1000),
)
export const uploadById = reading(
  build
    .select()
    .from(uploads)
    .where(and(eq(uploads.id, sql.placeholder('upload')), eq(uploads.applicationId, ID))),
)
export const partsOf = reading(
  build
    .select()
    .from(uploadParts)
    .where(eq(uploadParts.uploadId, sql.placeholder('upload')))
    .orderBy(uploadParts.no),
)
/** The unit and state of the application an upload belongs to: all that a part has to ask. */
export const ownerOfUpload = reading(
  build
    .select({ unitId: applications.unitId, state: applications.state })
    .from(applications)
    .where(eq(applications.id, ID)),
)
/** Uploads that nobody has finished, the oldest first. */
export const staleUploads = reading(
  build
    .select()
    .from(uploads)
    .where(lt(uploads.createdAt, sql.placeholder('before')))
    .orderBy(uploads.createdAt)
    .limit(20),
)
/** Who still needs an object: copies share it, and a submission keeps what its draft let go. */
export const usersOfObject = reading(
  build
    .select({ id: attachments.id })
    .from(attachments)
    .where(eq(attachments.objectKey, sql.placeholder('objectKey')))
    .limit(1),
)
