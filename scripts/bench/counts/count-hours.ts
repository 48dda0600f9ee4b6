import { ROUTES } from '@shixun/contract/routes'
import { insertRows } from '../../../workers/system/src/own-house.ts'
import { concludedCohort, doneEnrolment } from '../../../workers/system/src/sample-cohorts.ts'
import { fixedId } from '../house.ts'
import type { Tale } from './tale.ts'

const PDF = new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF')
const AT = '2026-03-02T01:00:00.000Z'

/** A cohort is attended by code, by hand and by list, hours are claimed, it is concluded; hours from elsewhere are declared and settled. */
export async function countHours(
  { county, measure, prepare, as }: Tale,
  { project, school }: { project: string; school: string },
): Promise<void> {
  const unit = { id: school, kind: 'school' as const, name: '金水一小' }
  const cohort = concludedCohort(project, unit, { no: 70, state: 'running', places: 50, taken: 4, minutes: 360 })
  await insertRows(county.tenant, 'cohorts', [cohort])
  // they last as long as the tale, whatever its clock says
  const session = (n: number, channel: string) => ({
    ...{ id: fixedId('ses', 700 + n), cohort_id: cohort.id, stage_id: 's1', topic: `第 ${n} 讲`, module: '', channel },
    ...{ trainers: [], place: '', minutes: 120, state: 'planned', version: 1, created_at: AT, updated_at: AT },
    ...{ starts_at: '2026-02-01T01:00:00.000Z', ends_at: '2026-12-31T03:00:00.000Z' },
  })
  const [lecture, online, practice] = [session(1, 'concentrated'), session(2, 'online'), session(3, 'school_based')]
  await insertRows(county.tenant, 'sessions', [lecture, online, practice])
  const office = { as: await as('office') }
  const own = { as: await as('school_admin', school) }
  const { body: roster } = await prepare(ROUTES.listTeachers, own)
  const people = roster.items.slice(0, 4)
  const enrolments = people.map((person) => ({
    ...doneEnrolment(cohort.id, person, unit, 'enrolled'),
    ...{ minutes_due: 0, minutes_attended: 0, version: 1 },
  }))
  await insertRows(county.tenant, 'enrolments', enrolments)
  const [first] = people
  const self = { as: await as('teacher', first?.id ?? '') }
  const here = { params: { id: cohort.id } }
  const of = ({ id }: { id: string }) => ({ params: { id } })
  const evidence = async (who: { as: string }) => {
    const form = new FormData()
    form.set('file', new Blob([PDF]), '证明.pdf')
    return { ...who, body: form }
  }
  const screen = await measure(ROUTES.readCheckInCodes, { ...own, ...of(lecture) })
  const now = screen.body.codes.find(({ from, to }) => screen.body.now >= from && screen.body.now < to)
  await measure(ROUTES.checkIn, { ...self, body: { code: now?.code ?? '' } })
  const marks = enrolments.slice(1, 3).map(({ id }) => ({ enrolmentId: id, minutes: 120 }))
  const proof = await measure(ROUTES.handInEvidence, await evidence(own))
  const reasoned = { marks, reason: '没有手机', evidence: [proof.body.fileId] }
  await measure(ROUTES.markAttendance, { ...own, ...of(lecture), body: reasoned })
  const rows = people.map(({ name }) => ({ name, minutes: 120 }))
  await measure(ROUTES.importAttendance, { ...own, ...of(online), body: { rows, reason: '平台导出' } })
  await measure(ROUTES.listSessionAttendance, { ...own, ...of(lecture) })
  const file = { params: { id: lecture.id, fileId: proof.body.fileId } }
  await measure(ROUTES.readAttendanceEvidence, { ...own, ...file })
  await measure(ROUTES.listClaimableSessions, self)
  const work = await prepare(ROUTES.handInEvidence, await evidence(self))
  const claimed = { sessionId: practice.id, minutes: 90, note: '听评课两节' }
  const claim = await measure(ROUTES.createHoursClaim, { ...self, body: { ...claimed, evidence: [work.body.fileId] } })
  const material = { params: { id: claim.body.id, fileId: work.body.fileId } }
  await measure(ROUTES.readHoursClaimEvidence, { ...own, ...material })
  await measure(ROUTES.listHoursClaims, { ...own, query: { state: 'pending' } })
  await measure(ROUTES.listHoursClaims, { ...self }, 'a teacher')
  await measure(ROUTES.listHoursClaims, { ...office, query: { cohort: cohort.id } }, 'of a cohort')
  await measure(ROUTES.withdrawHoursClaim, { ...self, params: { id: claim.body.id }, body: {} })
  const again = async () => {
    const more = await prepare(ROUTES.handInEvidence, await evidence(self))
    const made = await prepare(ROUTES.createHoursClaim, { ...self, body: { ...claimed, evidence: [more.body.fileId] } })
    return { id: made.body.id, version: made.body.version }
  }
  await measure(ROUTES.refuseHoursClaim, { ...own, ...of(await again()), body: { note: '没有记录' } })
  const batch = { action: 'accept' as const, items: [await again()] }
  await measure(ROUTES.batchHoursClaims, { ...own, body: batch })
  await measure(ROUTES.readAttendance, { ...own, ...here })
  await measure(ROUTES.listAttendees, { ...own, ...here })
  await measure(ROUTES.listAttendees, { ...self, ...here }, 'a teacher')
  await measure(ROUTES.settleAttendance, { ...own, ...of(lecture), body: {} })
  for (const one of [online, practice]) await prepare(ROUTES.settleAttendance, { ...own, ...of(one), body: {} })
  await measure(ROUTES.readConclusion, { ...own, ...here })
  await measure(ROUTES.concludeCohort, { ...own, ...here, body: {} })
  const voucher = await prepare(ROUTES.handInEvidence, await evidence(self))
  const hours = { date: '2026-02-20', hours: 10, channel: 'online', title: '寒假研修', providerName: '平台' }
  const entry = await measure(ROUTES.declareHours, { ...self, body: { ...hours, evidence: [voucher.body.fileId] } })
  const it = { params: { id: entry.body.id } }
  await measure(ROUTES.readLedgerEntry, { ...office, ...it })
  await measure(ROUTES.readLedgerEntryHistory, { ...office, ...it })
  await measure(ROUTES.readLedgerEvidence, { ...office, params: { ...it.params, fileId: voucher.body.fileId } })
  await measure(ROUTES.confirmLedgerEntry, { ...office, ...it, body: {} })
  await measure(ROUTES.reverseLedgerEntry, { ...office, ...it, body: { reason: '误登' } })
  const old = people.slice(0, 3).map(({ name }, n) => ({
    ...{ name, date: '2025-11-20', hours: 8, channel: '集中培训', title: `暑期研修 ${n}`, providerName: '平台' },
  }))
  await measure(ROUTES.importLedger, { ...own, body: { rows: old } })
  const waiting = await measure(ROUTES.listLedger, { ...office, query: { state: 'pending' } }, 'pending')
  const [a, b, ...others] = waiting.body.items.filter(({ source }) => source === 'import')
  await measure(ROUTES.refuseLedgerEntry, { ...office, ...of({ id: a?.id ?? '' }), body: { note: '无证明' } })
  await measure(ROUTES.withdrawLedgerEntry, { ...own, ...of({ id: b?.id ?? '' }), body: {} })
  const items = others.map(({ id, version }) => ({ id, version }))
  await measure(ROUTES.batchLedger, { ...office, body: { action: 'confirm', items } })
  await measure(ROUTES.listLedger, office)
  await measure(ROUTES.listLedger, self, 'a teacher')
  await measure(ROUTES.listLedger, own, 'a school')
  await measure(ROUTES.listLedger, { ...office, query: { source: 'outside' } }, 'source')
  await measure(ROUTES.listLedger, { ...office, query: { cohort: cohort.id } }, 'of a cohort')
}
