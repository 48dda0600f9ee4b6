import {
  certificatesOfPerson,
  enrolmentsOfPerson,
  ethicsOfPerson,
  journalOfPerson,
  ledgerOfPerson,
  teacherRecordById,
  transfersOfPerson,
} from '@shixun/db/tenant/teacher-records'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import { journalExport } from '@shixun/tenant/journal-export'
import type { RegistryScene } from '../store.ts'
import { jsonFile } from './json-file.ts'
import { factsOfRecord } from './teacher-facts-of.ts'
import { openNumber } from './teacher-numbers.ts'
import { reachesTeacher } from './teacher-reach.ts'

type Given = { params: { id: string }; query: { purpose: string } }

/** 个人资料副本：everything held of one person, the numbers in full. Journalled with its purpose before the first byte. */
export async function readPersonalData(scene: RegistryScene, { params, query }: Given): Promise<Verdict> {
  const [[row], ledger, certificates, enrolments, ethics, transfers, journal] = await scene.store.tenant.read(
    teacherRecordById(params),
    ledgerOfPerson(params),
    certificatesOfPerson(params),
    enrolmentsOfPerson(params),
    ethicsOfPerson(params),
    transfersOfPerson(params),
    journalOfPerson(params),
  )
  if (!row || !reachesTeacher(scene, 'personal_data.read', row)) return refuse({ code: 'not-found' })
  const record = { list: 'readPersonalData', rows: 1, purpose: query.purpose, filters: { teacher: row.id } }
  const refusal = await journalExport(scene, record)
  if (refusal) return refuse(refusal)
  const person = {
    ...factsOfRecord(row),
    id: row.id,
    state: row.state,
    documentType: row.documentType,
    document: await openNumber(scene, row, 'document'),
    certificate: await openNumber(scene, row, 'certificate'),
    phone: await openNumber(scene, row, 'phone'),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  }
  const holder = { slug: scene.store.tenant.district.slug, name: scene.store.tenant.district.name }
  const held = { holder, exportedAt: scene.now, person, ledger, certificates, enrolments, ethics, transfers, journal }
  return ok(jsonFile(`${row.name}-个人资料.json`, held))
}
