import { commit, type JournalEvent } from '@shixun/db/commit'
import { insert, insertMany, type Statement, updateSeen } from '@shixun/db/statement'
import { ledgerStatements, type NewEntry, standingsStale } from '@shixun/db/tenant/ledger-writes'
import { certificates } from '@shixun/db/tenant/schema/credits'
import { teachers } from '@shixun/db/tenant/schema/roster'
import { ok, refuse } from '@shixun/domain/shared/result'
import { noteOnEvidence } from '@shixun/domain/teachers/portable-archive'
import { TEACHER } from '@shixun/domain/teachers/teacher'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { arrive, refusedWrite } from '@shixun/tenant/move'
import type { RegistryScene } from '../store.ts'
import { type ArchiveFile, archiveEntity, type OpenedArchive, openArchive } from './open-archive.ts'
import { cardOfRecord } from './teacher-card.ts'
import { NO_NUMBERS, sealedDocument, sealedNumbers, type TeacherRecord } from './teacher-numbers.ts'

type Body = ArchiveFile & { schoolId: string; note?: string | undefined }
type School = { id: string; name: string }

/** The teacher as the archive describes them, at the school that takes them in. */
async function arriving(scene: RegistryScene, opened: OpenedArchive, school: School): Promise<TeacherRecord> {
  const { teacher, document, archive } = opened
  const { documentType: _, document: __, certificate, phone, schoolName: ___, ...facts } = archive.person
  const id = teacher?.id ?? scene.newId('tea')
  return {
    ...NO_NUMBERS,
    ...facts,
    ...(teacher ? pickDocument(teacher) : await sealedDocument(scene, id, document)),
    ...(await sealedNumbers(scene, id, { certificate, phone })),
    id,
    schoolId: school.id,
    schoolName: school.name,
    state: TEACHER.initial,
    updatedAt: teacher ? scene.now : null,
    version: (teacher?.version ?? 0) + 1,
    createdAt: teacher?.createdAt ?? scene.now,
  }
}

function pickDocument({ documentType, documentCipher, documentMac, documentTail }: TeacherRecord) {
  return { documentType, documentCipher, documentMac, documentTail }
}

/** Entries under ids of this ledger; a counter-entry goes on reversing what it reversed. */
function entriesOf(scene: RegistryScene, { entries, known }: OpenedArchive, teacher: TeacherRecord): NewEntry[] {
  const ids = new Map(known)
  for (const { ref } of entries) ids.set(ref, scene.newId('led'))
  return entries.map(({ ref, project, provider, reverses, evidence, ...entry }) => ({
    ...entry,
    note: noteOnEvidence({ ...entry, evidence }),
    id: ids.get(ref) ?? '',
    teacherId: teacher.id,
    schoolId: teacher.schoolId,
    source: 'archive',
    projectId: project,
    providerId: provider,
    reverses: reverses === null ? null : (ids.get(reverses) ?? null),
  }))
}

function certificateRows(scene: RegistryScene, opened: OpenedArchive, teacher: TeacherRecord) {
  return opened.certificates.map((one) => ({
    ...one,
    printed: one.printed as (typeof certificates.$inferInsert)['printed'],
    id: scene.newId('crt'),
    cohortId: null,
    enrolmentId: null,
    teacherId: teacher.id,
    schoolId: teacher.schoolId,
    unitId: '',
    name: teacher.name,
    reason: null,
    supersededBy: null,
    version: 1,
  }))
}

type Written = { after: TeacherRecord; event: JournalEvent | null; statements: Statement[] }

/** Writes the person: new here, back after having left, or in the roster as they are, which then stays the truth. */
async function person(scene: RegistryScene, opened: OpenedArchive, school: School): Promise<Written> {
  const { teacher } = opened
  if (teacher?.state === 'active') return { after: teacher, event: null, statements: [] }
  const after = await arriving(scene, opened, school)
  const title = { id: after.id, title: after.name }
  const event: JournalEvent = {
    ...{ entity: after.id, version: after.version, verb: teacher ? 'readmit' : 'create' },
    ...(teacher ? { before: { state: teacher.state } } : {}),
    after: { state: after.state, schoolId: after.schoolId, archive: opened.archive.id },
  }
  const { id: _, version: __, createdAt: ___, ...set } = after
  return {
    after,
    event,
    statements: [
      teacher ? updateSeen(teachers, teacher, set) : insert(teachers, after),
      ...arrive(scene, TEACHER, title, teacher?.state ?? null, after.state, {}),
    ],
  }
}

/** 导入个人档案：verified again, then the person, their hours and certificates in one batch; the same archive comes in once. */
export async function importArchive(scene: RegistryScene, { body }: { body: Body }): Promise<Verdict> {
  const opened = await openArchive(scene, body, body.schoolId)
  if (!opened.ok) return opened
  const { school } = opened.value
  if (!school) return refuse({ code: 'invalid-input', fields: [{ pointer: '/schoolId', problem: 'not_in_district' }] })
  const { archive, teacher, imported } = opened.value
  const twice = { code: 'already-exists', facts: { what: `${archive.person.name}的这份个人档案` } } as const
  if (imported) return refuse(twice)
  if (teacher?.state === 'locked') return refuse({ code: 'state-refuses', facts: { state: TEACHER.states.locked } })
  const written = await person(scene, opened.value, school)
  const entries = entriesOf(scene, opened.value, written.after)
  const proofs = certificateRows(scene, opened.value, written.after)
  const answer = cardOfRecord(scene, written.after)
  const came = {
    teacher: written.after.id,
    from: archive.issuer.slug,
    entries: entries.length,
    certificates: proofs.length,
    // by which a file that is brought later can be told for the one that was judged
    evidence: opened.value.entries.flatMap(({ evidence }) => evidence.map(({ sha256 }) => sha256)),
  }
  const { version } = written.after
  const refusal = await commit(
    scene.store.tenant,
    scene.hand,
    [
      { entity: archiveEntity(archive), version: 1, verb: 'import', after: came, note: body.note },
      ...(written.event ? [written.event] : []),
    ],
    [
      ...written.statements,
      ...ledgerStatements(entries, scene.now),
      ...(proofs.length ? [insertMany(certificates, proofs)] : []),
      standingsStale([written.after.id], scene.now),
    ],
    storedAnswer(201, answer, version),
  )
  return refusal ? refuse(refusedWrite(refusal, { duplicate: twice })) : ok({ body: answer, version })
}
