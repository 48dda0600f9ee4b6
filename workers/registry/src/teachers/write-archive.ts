import { certificatesOfPerson, ledgerOfPerson, teacherRecordById } from '@shixun/db/tenant/teacher-records'
import { ok, refuse } from '@shixun/domain/shared/result'
import {
  ARCHIVE_FORMAT,
  type ArchivedCertificate,
  type ArchivedEntry,
  archiveText,
  type PortableArchive,
} from '@shixun/domain/teachers/portable-archive'
import { TEACHER } from '@shixun/domain/teachers/teacher'
import type { Verdict } from '@shixun/http/scene'
import { signDetached } from '@shixun/http/signing'
import { journalExport } from '@shixun/tenant/journal-export'
import type { RegistryScene } from '../store.ts'
import { jsonFile } from './json-file.ts'
import { factsOfRecord } from './teacher-facts-of.ts'
import { openNumber, type TeacherRecord } from './teacher-numbers.ts'
import { reachesTeacher } from './teacher-reach.ts'

type Given = { params: { id: string }; body: { purpose: string } }
type Entry = ReturnType<ReturnType<typeof ledgerOfPerson>['decode']>
type Certificate = ReturnType<ReturnType<typeof certificatesOfPerson>['decode']>
type Issuer = PortableArchive['issuer']

/** Who attests what came from nowhere else: this bureau. */
function attested(issuer: Issuer, ref: string, origin: ArchivedEntry['origin'] | null): ArchivedEntry['origin'] {
  return origin ?? { slug: issuer.slug, name: issuer.name, ref }
}

function archivedEntry(issuer: Issuer, row: Entry): ArchivedEntry | null {
  if (row.state !== 'pending' && row.state !== 'confirmed') return null
  const { state, date, minutes, channel, level, module, category, activity, title, providerName, accredited } = row
  const { minutesDue, minutesAttended, reverses, note } = row
  const evidence = row.evidence.map(({ name, sha256 }) => ({ name, sha256 }))
  return {
    ...{ ref: row.id, state, date, minutes, channel, level, module, category, activity, title },
    ...{ project: row.projectId, provider: row.providerId, providerName, accredited },
    ...{ minutesDue, minutesAttended, reverses, note, evidence },
    origin: attested(issuer, row.id, row.origin),
  }
}

function archivedCertificate(issuer: Issuer, row: Certificate): ArchivedCertificate {
  const { code, number, printed, kid, signature, state, issuedAt } = row
  return { code, number, printed, kid, signature, state, issuedAt, origin: attested(issuer, row.id, row.origin) }
}

async function personOf(scene: RegistryScene, row: TeacherRecord): Promise<PortableArchive['person'] | null> {
  const { schoolId: _, ...facts } = factsOfRecord(row)
  const document = await openNumber(scene, row, 'document')
  if (document === null) return null
  return {
    ...facts,
    documentType: row.documentType,
    document,
    certificate: await openNumber(scene, row, 'certificate'),
    phone: await openNumber(scene, row, 'phone'),
  }
}

/**
 * 个人档案：of a teacher who has departed, signed over its canonical bytes; it can be downloaded again, and each time the
 * journal says what for. It holds the numbers in full, because the next bureau knows the person by them.
 */
export async function writeArchive(scene: RegistryScene, { params, body }: Given): Promise<Verdict> {
  const { tenant, secrets } = scene.store
  const [[row], ledger, certificates] = await tenant.read(
    teacherRecordById(params),
    ledgerOfPerson(params),
    certificatesOfPerson(params),
  )
  if (!row || !reachesTeacher(scene, 'archive.write', row)) return refuse({ code: 'not-found' })
  if (row.state !== 'moved') return refuse({ code: 'state-refuses', facts: { state: TEACHER.states[row.state] } })
  const person = await personOf(scene, row)
  const [key] = secrets.CERTIFICATE_KEYS
  if (person === null)
    return refuse({ code: 'state-refuses', facts: { state: '证件号码无法解密，请先恢复在册并更正证件号码' } })
  if (!key) return refuse({ code: 'unavailable' })
  const { id, slug, name } = tenant.district
  const issuer = { id, slug, name }
  const archive: PortableArchive = {
    format: ARCHIVE_FORMAT,
    id: scene.newId('xpt'),
    issuer,
    issuedAt: scene.now,
    person,
    entries: ledger.map((entry) => archivedEntry(issuer, entry)).filter((entry) => entry !== null),
    certificates: certificates.map((one) => archivedCertificate(issuer, one)),
  }
  const signature = await signDetached(archiveText(archive), key)
  const filters = { teacher: row.id, archive: archive.id, fields: Object.keys(person) }
  const refusal = await journalExport(scene, { list: 'writeArchive', rows: 1, purpose: body.purpose, filters })
  if (refusal) return refuse(refusal)
  return ok(jsonFile(`${row.name}-教师个人档案.json`, { archive, signature }))
}
