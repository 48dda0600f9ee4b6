import { commit } from '@shixun/db/commit'
import { insert, type Statement } from '@shixun/db/statement'
import { namesakeEntries, providersNamed, publishedVersions } from '@shixun/db/tenant/ledger'
import { ledgerStatements, type NewEntry } from '@shixun/db/tenant/ledger-writes'
import { teacherById } from '@shixun/db/tenant/roster'
import { tasks } from '@shixun/db/tenant/schema/house'
import { LEDGER_DAYS } from '@shixun/domain/credits/ledger-entry'
import { minutesOf, minutesPerHourOn, versionOn } from '@shixun/domain/credits/policy-in-force'
import { addDays, chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { accreditedOn } from '@shixun/domain/teachers/accreditation'
import { storedAnswer, type Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DeliveryScene } from '../store.ts'
import { entryView } from './ledger-card.ts'
import { EVIDENCE_TAKEN, evidenceWaiting, takeEvidence } from './take-evidence.ts'

type Body = {
  teacherId?: string | undefined
  date: string
  hours: number
  channel: string
  level: string
  module: string
  category: string
  title: string
  providerName: string
  note?: string | undefined
  evidence: string[]
}

/** The office's task of a batch of declared hours. */
export function pendingTask(scene: DeliveryScene, batch: string, title: string): Statement {
  const dueOn = addDays(chinaDate(scene.now), LEDGER_DAYS)
  const task = { entity: batch, kind: 'ledger_entry.pending', title, role: 'office', unit: '', dueOn }
  return insert(tasks, { ...task, id: scene.newId('tsk'), createdAt: scene.now, doneAt: null })
}

/** Earlier than this nobody's hours count in any cycle. */
const EARLIEST = '1990-01-01'

/** 申报学时：a teacher for themselves, a school for its own, the office for all; what the office enters is confirmed with it. */
export async function declareHours(scene: DeliveryScene, { body }: { body: Body }): Promise<Verdict> {
  const { tenant } = scene.store
  const person = scene.visitor.kind === 'person' ? scene.visitor : null
  const self = person?.role === 'teacher'
  const teacherId = self ? (person?.unit ?? '') : (body.teacherId ?? '')
  const [[teacher], versions, [provider], same, files] = await tenant.read(
    teacherById({ id: teacherId }),
    publishedVersions(),
    providersNamed({ names: JSON.stringify([body.providerName]) }),
    namesakeEntries({ keys: JSON.stringify([[teacherId, body.date]]) }),
    evidenceWaiting(scene, body.evidence),
  )
  const office = person?.role === 'office'
  if (!teacher || !(self || office || teacher.schoolId === person?.unit))
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/teacherId', problem: 'not_in_district' }] })
  if (body.date > chinaDate(scene.now) || body.date < EARLIEST)
    return refuse({
      code: 'invalid-input',
      fields: [{ pointer: '/date', problem: 'out_of_range', limit: `${EARLIEST} 至今天` }],
    })
  if (!office && body.evidence.length === 0)
    return refuse({ code: 'invalid-input', fields: [{ pointer: '/evidence', problem: 'required' }] })
  if (same.some(({ title, channel }) => title === body.title && channel === body.channel))
    return refuse({ code: 'already-exists', facts: { what: '同一天同名的学时' } })
  const id = scene.newId('led')
  const taken = takeEvidence(scene, body.evidence, files, id)
  if (!taken.ok) return taken
  const accredited = provider !== undefined && accreditedOn(provider.periods, body.level, body.date)
  const { date, channel, level, module, category, title, providerName } = body
  const state = office ? ('confirmed' as const) : ('pending' as const)
  const entry = {
    ...{ id, teacherId, schoolId: teacher.schoolId, state, date, channel, level, module, category, title },
    ...{ activity: '', projectId: '', cohortId: null, enrolmentId: null, minutesDue: null, minutesAttended: null },
    minutes: minutesOf(body.hours, minutesPerHourOn(versions, date)),
    ...{ providerId: provider?.id ?? '', providerName, evidence: taken.value.evidence, note: body.note ?? null },
    // what a provider of the roster may not produce the office cannot make count; anybody else's it recognises by entering it
    accredited: accredited || (office && provider === undefined),
    ...{ source: 'outside' as const, origin: null, reason: null, reverses: null, batch: id, version: 1 },
    policyId: versionOn(versions, date)?.id ?? null,
    ...{ createdAt: scene.now, confirmedAt: office ? scene.now : null },
  } satisfies NewEntry
  const shown = { ...entry, teacherName: teacher.name, schoolName: teacher.schoolName, reversedBy: null }
  const answer = entryView(scene, shown, versions)
  const after = { state, teacher: teacherId, date, minutes: entry.minutes, channel, title, providerName }
  const task = office ? [] : [pendingTask(scene, id, `${teacher.name}申报“${title}”${body.hours} 学时`)]
  const refusal = await commit(
    tenant,
    scene.hand,
    [{ entity: id, version: 1, verb: 'declare', after, note: body.note }],
    [...ledgerStatements([entry], scene.now), ...taken.value.statements, ...task],
    storedAnswer(201, answer, 1),
  )
  return refusal ? refuse(refusedWrite(refusal, EVIDENCE_TAKEN)) : ok({ body: answer, version: 1 })
}
