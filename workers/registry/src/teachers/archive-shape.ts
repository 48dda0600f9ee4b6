import { TeacherFields } from '@shixun/contract/teacher-shapes'
import { PRINTED } from '@shixun/domain/credits/certificate'
import { identityDocumentKinds } from '@shixun/domain/teachers/identity-document'
import { ARCHIVE_FORMAT, type PortableArchive } from '@shixun/domain/teachers/portable-archive'
import * as z from 'zod'

const text = z.string().max(2000)
const Origin = z.strictObject({ slug: text, name: text, ref: text })
const { name: _, phase, subject: __, title: ___, education: ____, posts: _____, ...fields } = TeacherFields

const Entry = z.strictObject({
  ref: text,
  state: z.enum(['pending', 'confirmed']),
  date: z.iso.date(),
  minutes: z.int(),
  channel: text,
  level: text,
  module: text,
  category: text,
  activity: text,
  title: text,
  project: text,
  provider: text,
  providerName: text,
  accredited: z.boolean(),
  minutesDue: z.int().nullable(),
  minutesAttended: z.int().nullable(),
  reverses: text.nullable(),
  note: text.nullable(),
  // archives written before fingerprints travelled have none
  evidence: z
    .array(z.strictObject({ name: text, sha256: z.string().regex(/^[0-9a-f]{64}$/) }))
    .max(50)
    .default([]),
  origin: Origin,
})

const Certificate = z.strictObject({
  code: text,
  number: text,
  printed: z.record(z.enum(Object.keys(PRINTED) as [keyof typeof PRINTED]), text),
  kid: text,
  signature: text,
  state: z.enum(['valid', 'revoked', 'superseded']),
  issuedAt: z.string(),
  origin: Origin,
})

const Archive = z.strictObject({
  format: z.literal(ARCHIVE_FORMAT),
  id: text,
  issuer: z.strictObject({ id: text, slug: text, name: text }),
  issuedAt: z.iso.datetime({ precision: 3 }),
  person: z.strictObject({
    ...fields,
    phase,
    name: text,
    schoolName: text,
    subject: text,
    title: text.nullable(),
    education: text.nullable(),
    posts: z.array(text),
    documentType: z.enum(identityDocumentKinds),
    document: text,
    certificate: text.nullable(),
    phone: text.nullable(),
  }),
  entries: z.array(Entry).max(5000),
  certificates: z.array(Certificate).max(1000),
})

/** An archive as a bureau of this house writes them, or null: what is signed may still be of another release. */
export function readArchive(value: unknown): PortableArchive | null {
  const read = Archive.safeParse(value)
  return read.success ? (read.data as PortableArchive) : null
}
