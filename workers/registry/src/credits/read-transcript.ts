import { entriesOfTeacher } from '@shixun/db/tenant/ledger'
import { policiesInForce } from '@shixun/db/tenant/policies'
import { certificatesOfTeacher, teacherOfTranscript } from '@shixun/db/tenant/transcripts'
import { creditTeacherOf, entryDateNote } from '@shixun/domain/credits/ledger-row'
import { groupEntries, judgeTeacher } from '@shixun/domain/credits/transcript'
import { scopeOf, unitLimit } from '@shixun/domain/identity/permission'
import { chinaDate } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import type { Verdict } from '@shixun/http/scene'
import type { RegistryScene } from '../store.ts'
import { maskedDocument } from '../teachers/document-tail.ts'
import { certificateCard } from './certificate-card.ts'

type EntryRow = ReturnType<ReturnType<typeof entriesOfTeacher>['decode']>
type TeacherRow = ReturnType<ReturnType<typeof teacherOfTranscript>['decode']>

function entryCard({ id, state, date, minutes, channel, level, module, category, title, ...row }: EntryRow) {
  const { providerName, source, origin, reverses, note } = row
  const from = { origin: origin?.name ?? null, reverses, note }
  return { id, state, date, minutes, channel, level, module, category, title, providerName, source, ...from }
}

function teacherCard({ documentTail, heldPosts: _, leaves: __, ...row }: TeacherRow) {
  return { ...row, documentMasked: maskedDocument(documentTail) }
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
  const note = entryDateNote(teacher)
  const body = {
    teacher: teacherCard(teacher),
    asOf,
    today,
    issuer: scene.store.tenant.district.name,
    notes: note === null ? [] : [note],
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
    groups: groupEntries(rows).map(({ entries, ...group }) => ({ ...group, entries: entries.map(entryCard) })),
    certificates: certificates.map((row) => certificateCard(scene, row)),
  }
  return ok({ body })
}
