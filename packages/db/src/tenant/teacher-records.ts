import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { build } from '../build.ts'
import { reading } from '../statement.ts'
import { CHANGE } from './house.ts'
import { certificates, ledgerEntries } from './schema/credits.ts'
import { enrolments } from './schema/delivery.ts'
import { ethicsRecords } from './schema/ethics.ts'
import { journal } from './schema/house.ts'
import { teachers } from './schema/roster.ts'
import { transfers } from './schema/roster-imports.ts'

const ID = sql.placeholder('id')
const among = (name: string) => sql`(SELECT value FROM json_each(${sql.placeholder(name)}))`

/** A teacher with the sealed numbers, for the verbs that write, open or match them. */
export const teacherRecordById = reading(build.select().from(teachers).where(eq(teachers.id, ID)))
export const teacherRecordsByMacs = reading(
  build
    .select()
    .from(teachers)
    .where(inArray(teachers.documentMac, among('macs'))),
)

/** Everything held of one teacher, for their own copy of it. */
export const ledgerOfPerson = reading(
  build.select().from(ledgerEntries).where(eq(ledgerEntries.teacherId, ID)).orderBy(ledgerEntries.date).limit(5000),
)
export const certificatesOfPerson = reading(
  build.select().from(certificates).where(eq(certificates.teacherId, ID)).orderBy(certificates.id).limit(1000),
)
export const enrolmentsOfPerson = reading(
  build.select().from(enrolments).where(eq(enrolments.teacherId, ID)).orderBy(enrolments.id).limit(1000),
)
export const ethicsOfPerson = reading(
  build.select().from(ethicsRecords).where(eq(ethicsRecords.subjectId, ID)).limit(200),
)
export const transfersOfPerson = reading(
  build.select().from(transfers).where(eq(transfers.teacherId, ID)).orderBy(transfers.id).limit(200),
)
export const journalOfPerson = reading(
  build.select(CHANGE).from(journal).where(eq(journal.entity, ID)).orderBy(desc(journal.version)).limit(1000),
)
const OF_MAC = sql`(SELECT teachers.id FROM teachers WHERE document_mac = ${sql.placeholder('mac')})`
/** What the ledger and the certificates already hold of the person of a document. */
export const ledgerOfMac = reading(
  build
    .select({ id: ledgerEntries.id, origin: ledgerEntries.origin })
    .from(ledgerEntries)
    .where(inArray(ledgerEntries.teacherId, OF_MAC))
    .limit(5000),
)
export const certificatesOfMac = reading(
  build
    .select({ code: certificates.code })
    .from(certificates)
    .where(inArray(certificates.teacherId, OF_MAC))
    .limit(1000),
)
/** Whether an archive of this id was imported already: its own row of the journal says so. */
export const archiveImported = reading(
  build
    .select({ entity: journal.entity })
    .from(journal)
    .where(and(eq(journal.entity, sql.placeholder('entity')), eq(journal.version, 1))),
)

/** What hangs on a teacher so that the row may not go, or null. */
export const HANGING = sql<string | null>`CASE
  WHEN EXISTS (SELECT 1 FROM ledger_entries e WHERE e.teacher_id = "teachers"."id") THEN 'has_ledger'
  WHEN EXISTS (SELECT 1 FROM enrolments e WHERE e.teacher_id = "teachers"."id") THEN 'has_enrolment'
  WHEN EXISTS (SELECT 1 FROM guests g WHERE g.teacher_id = "teachers"."id") THEN 'has_enrolment'
  WHEN EXISTS (SELECT 1 FROM hours_claims h WHERE h.teacher_id = "teachers"."id") THEN 'has_ledger'
  WHEN EXISTS (SELECT 1 FROM certificates c WHERE c.teacher_id = "teachers"."id") THEN 'has_certificate'
  WHEN EXISTS (SELECT 1 FROM ethics_records r WHERE r.subject_id = "teachers"."id") THEN 'has_ethics'
  WHEN EXISTS (SELECT 1 FROM transfers t WHERE t.teacher_id = "teachers"."id") THEN 'has_transfer'
END`.as('hanging')
