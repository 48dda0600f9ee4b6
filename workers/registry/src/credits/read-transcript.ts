import { entriesOfTeacher } from '@shixun/db/tenant/ledger'
import { policiesInForce } from '@shixun/db/tenant/policies'
import { certificatesOfTeacher, teacherOfTranscript } from '@shixun/db/tenant/transcripts'
import { creditTeacherOf, entryDateNote } from '@shixun/domain/credits/ledger-row'
import { hoursOf, minutesPerHourOn, type PublishedVersion } from '@shixun/domain/credits/policy-in-force'
import { groupEntries, judgeTeacher } from '@shixun/domain/credits/transcript'
import { scopeOf, unitLimit } from '@shixun/domain/identity/permission'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import { TEACHER } from '@shixun/domain/teachers/teacher'
import type { Verdict } from '@shixun/http/scene'
import type { RegistryScene } from '../store.ts'
import { maskedDocument } from '../teachers/document-tail.ts'
import { certificateCard } from './certificate-card.ts'

type EntryRow = ReturnType<ReturnType<typeof entriesOfTeacher>['decode']>
type TeacherRow = ReturnType<ReturnType<typeof teacherOfTranscript>['decode']>

function entryCard(row: EntryRow, versions: readonly PublishedVersion[]) {
  const { id, state, date, minutes, channel, level, module, category, title } = row
  const { providerName, source, origin, reverses, note } = row
  const hours = hoursOf(minutes, minutesPerHourOn(versions, date))
  const from = { origin: origin?.name ?? null, reverses, note }
  return { id, state, date, minutes, hours, channel, level, module, category, title, providerName, source, ...from }
}

function teacherCard({ documentTail, heldPosts: _, leaves: __, state: ___, ...row }: TeacherRow) {
  return { ...row, documentMasked: maskedDocument(documentTail) }
}

/** What a reader has to know before the figures. */
function notesOn(teacher: TeacherRow): string[] {
  const gone =
    teacher.state === 'active' ? null : `这位教师${TEACHER.states[teacher.state]}。下面是在本局登记的学时和证书。`
  return [gone, entryDateNote(teacher)].filter((note) => note !== null)
}

/**
 * 成长档案：evaluated live from the teacher's own entries, under every policy in force. A past `asOf` shows the cycle of
 * that day.
 */
export async function readTranscript(
  scene: RegistryScene,
  { params, query }: { params: { id: string }; query: { asOf?: string | undefined } },
): Promise<Verdict> {
  const own = unitLimit(scene.visitor, 'transcript.read')
  const alone = scopeOf(scene.visitor, 'transcript.read') === 'self'
  const { id } = params
  // whoever is not the teacher costs nothing but a look
  if (alone && own !== id) return refuse({ code: 'not-found' })
  const [[teacher], rows, versions, certificates] = await scene.store.tenant.read(
    teacherOfTranscript({ id }),
    entriesOfTeacher({ teacherId: id }),
    policiesInForce(),
    certificatesOfTeacher({ teacherId: id }),
  )
  if (!teacher || (own !== null && !alone && teacher.schoolId !== own)) return refuse({ code: 'not-found' })
  const today = chinaDate(scene.now)
  const asOf = query.asOf ?? today
  if (asOf > today)
    return refuse({
      code: 'invalid-input',
      fields: [{ pointer: '/asOf', problem: 'out_of_range', limit: `${today} 及以前` }],
    })
  const judged = judgeTeacher({ versions, teacher: creditTeacherOf(teacher), rows, today, asOf })
  const lengths = versions.map((one) => ({ ...one, minutesPerHour: one.body.minutesPerHour }))
  const body = {
    teacher: teacherCard(teacher),
    asOf,
    today,
    issuer: scene.store.tenant.district.name,
    notes: notesOn(teacher),
    policies: judged.map(({ version, cycles, result, met, next }) => ({
      policyId: version.id,
      line: version.line,
      title: version.body.title,
      no: version.no,
      unit: result.unit,
      cycle: result.cycle,
      cycles,
      met,
      totals: result.totals,
      requirements: result.requirements,
      next,
      verdicts: result.entries,
    })),
    groups: groupEntries(rows).map(({ entries, ...group }) => ({
      ...group,
      entries: entries.map((entry) => entryCard(entry, lengths)),
    })),
    certificates: certificates.map((row) => certificateCard(scene, row)),
  }
  return ok({ body })
}
