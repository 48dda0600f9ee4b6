import { schoolById } from '@shixun/db/tenant/roster'
import {
  archiveImported,
  certificatesOfMac,
  ledgerOfMac,
  teacherRecordsByMacs,
} from '@shixun/db/tenant/teacher-records'
import { canonicalJson } from '@shixun/domain/quality/canonical-json'
import type { Refusal } from '@shixun/domain/shared/refusal'
import { ok, type Result, refuse } from '@shixun/domain/shared/result'
import { type IdentityDocumentKind, readIdentityDocument } from '@shixun/domain/teachers/identity-document'
import {
  type ArchivedCertificate,
  type ArchivedEntry,
  newEntries,
  type PortableArchive,
} from '@shixun/domain/teachers/portable-archive'
import { publicKeysOf, verifyDetached } from '@shixun/http/signing'
import type { RegistryScene } from '../store.ts'
import { readArchive } from './archive-shape.ts'
import { documentMac, type TeacherRecord } from './teacher-numbers.ts'

export type ArchiveFile = { archive: Record<string, unknown>; signature: string }

/** A verified archive against this roster: whom it joins and what of it is new here. */
export type OpenedArchive = {
  archive: PortableArchive
  document: { documentType: IdentityDocumentKind; number: string }
  teacher: TeacherRecord | null
  entries: ArchivedEntry[]
  certificates: ArchivedCertificate[]
  /** Ids in this ledger by the ids that the archive knows them by. */
  known: ReadonlyMap<string, string>
  imported: boolean
  school: { id: string; name: string } | null
}

function refused(why: string): { ok: false; refusal: Refusal } {
  return refuse<Refusal>({ code: 'archive-refused', facts: { why } })
}

/** The journal's name of an import of this archive: it happens once. */
export function archiveEntity(archive: PortableArchive): string {
  return `archive:${archive.id}`
}

/** The exact text that was signed; null for what is nested beyond any archive. */
function signedText(archive: Record<string, unknown>): string | null {
  try {
    return canonicalJson(archive)
  } catch {
    // depth alone makes this fail, and then nothing of ours has signed it
    return null
  }
}

/** Verifies a file by the keys of the house, and reads what the roster already holds of the person and of the school they go to. */
export async function openArchive(
  scene: RegistryScene,
  file: ArchiveFile,
  schoolId = '',
): Promise<Result<OpenedArchive, Refusal>> {
  const { tenant, secrets } = scene.store
  const text = signedText(file.archive)
  const signer = text && (await verifyDetached(text, file.signature, publicKeysOf(secrets.CERTIFICATE_KEYS)))
  if (!signer)
    return refused('签名核验不通过：文件不是本平台的教育局签发的，或下载之后被改动过。请让原教育局重新下载并原样转来。')
  const archive = readArchive(file.archive)
  if (!archive) return refused('签名有效，但内容的格式不是本版本能读的。请让原教育局用现在的版本重新下载。')
  const kind = archive.person.documentType as IdentityDocumentKind
  const read = readIdentityDocument(kind, archive.person.document)
  if (!read.ok) return refused('档案中的证件号码不符合规则，请与原教育局核对。')
  const document = { documentType: kind, number: read.value.number }
  const mac = await documentMac(scene, document)
  const [[teacher], ledger, certificates, imported, [school]] = await tenant.read(
    teacherRecordsByMacs({ macs: JSON.stringify([mac]) }),
    ledgerOfMac({ mac }),
    certificatesOfMac({ mac }),
    archiveImported({ entity: archiveEntity(archive) }),
    schoolById({ id: schoolId }),
  )
  const known = new Map(ledger.flatMap(({ id, origin }) => [[id, id] as const, [origin?.ref ?? id, id] as const]))
  const codes = new Set(certificates.map(({ code }) => code))
  return ok({
    archive,
    document,
    teacher: teacher ?? null,
    entries: newEntries(archive.entries, new Set(known.keys())),
    certificates: archive.certificates.filter(({ code }) => !codes.has(code)),
    known,
    imported: imported.length > 0,
    school: school ?? null,
  })
}
