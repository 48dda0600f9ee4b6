import { canonicalJson } from '../quality/canonical-json.ts'
import type { TeacherFacts } from './teacher-facts.ts'

/** Marks the format; a signature over anything else is none over an archive. */
export const ARCHIVE_FORMAT = 'shixun-teacher-archive/1'

/** Who attests an entry, and by which id it is known there. */
type ArchiveOrigin = { slug: string; name: string; ref: string }

export type ArchivedEntry = {
  ref: string
  state: 'pending' | 'confirmed'
  date: string
  minutes: number
  channel: string
  level: string
  module: string
  category: string
  activity: string
  title: string
  project: string
  provider: string
  providerName: string
  accredited: boolean
  minutesDue: number | null
  minutesAttended: number | null
  reverses: string | null
  note: string | null
  /** Files that prove the hours: they stay where they were judged, their fingerprints travel. */
  evidence: { name: string; sha256: string }[]
  origin: ArchiveOrigin
}

export type ArchivedCertificate = {
  code: string
  number: string
  printed: Record<string, string>
  kid: string
  signature: string
  state: 'valid' | 'revoked' | 'superseded'
  issuedAt: string
  origin: ArchiveOrigin
}

/** What a teacher takes along to another district (个人档案): the person in full, and everything that was earned. */
export type PortableArchive = {
  format: typeof ARCHIVE_FORMAT
  id: string
  issuer: { id: string; slug: string; name: string }
  issuedAt: string
  person: Omit<TeacherFacts, 'schoolId'> & {
    documentType: string
    document: string
    certificate: string | null
    phone: string | null
  }
  entries: ArchivedEntry[]
  certificates: ArchivedCertificate[]
}

/** What an entry says of the files that stayed behind, added to its note: how many, and who has them. */
export function noteOnEvidence({ note, evidence, origin }: Pick<ArchivedEntry, 'note' | 'evidence' | 'origin'>) {
  if (evidence.length === 0) return note
  const left = `证明材料 ${evidence.length} 件未随档案转来，由${origin.name}保存`
  return note === null || note === '' ? left : `${note}（${left}）`
}

/** The exact text that is signed. */
export function archiveText(archive: PortableArchive): string {
  return canonicalJson(archive)
}

/** Entries that are not yet in a ledger, of whose rows `known` are the ids and the origins' refs; the earlier ones first. */
export function newEntries(entries: readonly ArchivedEntry[], known: ReadonlySet<string>): ArchivedEntry[] {
  const seen = new Set(known)
  return [...entries]
    .sort((a, b) =>
      a.date === b.date ? Number(a.reverses !== null) - Number(b.reverses !== null) : a.date < b.date ? -1 : 1,
    )
    .filter(({ ref, origin }) => {
      const fresh = !seen.has(ref) && !seen.has(origin.ref)
      seen.add(ref)
      return fresh
    })
}
