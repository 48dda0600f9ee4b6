import { ok } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { RegistryScene } from '../store.ts'
import { documentTail, maskedDocument } from './document-tail.ts'
import { type ArchiveFile, openArchive } from './open-archive.ts'

/** 核验个人档案：says whose it is and what it would bring; nothing is written. */
export async function checkArchive(scene: RegistryScene, { body }: { body: ArchiveFile }): Promise<Verdict> {
  const opened = await openArchive(scene, body)
  if (!opened.ok) return opened
  const { archive, document, teacher, entries, certificates, imported } = opened.value
  const { person } = archive
  return ok({
    body: {
      id: archive.id,
      issuer: archive.issuer.name,
      issuedAt: archive.issuedAt,
      name: person.name,
      documentMasked: maskedDocument(documentTail(document.number)),
      schoolName: person.schoolName,
      phase: person.phase,
      subject: person.subject,
      entries: archive.entries.length,
      newEntries: entries.length,
      minutes: entries.filter(({ state }) => state === 'confirmed').reduce((sum, { minutes }) => sum + minutes, 0),
      evidence: entries.reduce((sum, { evidence }) => sum + evidence.length, 0),
      certificates: archive.certificates.length,
      newCertificates: certificates.length,
      joins: teacher
        ? { id: teacher.id, name: teacher.name, schoolName: teacher.schoolName, state: teacher.state }
        : null,
      imported,
    },
  })
}
