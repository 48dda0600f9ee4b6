import { APPLICATION } from '@shixun/domain/calls/applications/application'
import { SCORESHEET } from '@shixun/domain/quality/lifecycles'
import { leaves } from '@shixun/domain/quality/rubrics/rubric'
import { SAMPLE_RUBRICS } from '@shixun/domain/quality/rubrics/sample-rubrics'
import { PROJECT } from '@shixun/domain/training/project'
import { clientOf } from '../../../packages/testkit/src/client.ts'
import { must } from '../../../packages/testkit/src/people.ts'
import { newReceipt } from '../../district/src/calls/objections/receipt.ts'
import { certificateHoldings } from './certificate-holdings.ts'
import { cohortHoldings } from './cohort-holdings.ts'
import { exchangeHoldings } from './exchange-holdings.ts'
import { hoursHoldings } from './hours-holdings.ts'
import { type District, freshId, insertRows, type OwnHouse, type Row, rowsOf, type Session } from './own-house.ts'
import { rosterHoldings } from './roster-holdings.ts'
import { sampleAppeal } from './sample-appeals.ts'
import { sampleAlarm, sampleSnapshot } from './sample-assessments.ts'
import { recusal } from './sample-conflicts.ts'
import { sampleInspection } from './sample-inspections.ts'
import * as policies from './sample-policies.ts'
import { commentRelease, twiceConcluded, twoRounds } from './sample-reviews.ts'
import * as sample from './sample-rows.ts'
import { surveyHoldings } from './survey-holdings.ts'

/** A row of a district: where it hangs in the API, and the units, experts or teachers whose own it is. */
export type Holding = { collection: string; id: string; owners: string[] }

/** A district in which every kind of thing exists, for two schools, a provider, two experts and two teachers. */
export type FullDistrict = District & {
  holdings: Holding[]
  units: { A: sample.Unit; B: sample.Unit; P: sample.Unit }
  experts: [string, string]
  teachers: [string, string]
  openCall: string
  office: Session
}

const STATES = Object.keys(APPLICATION.states)
const PDF = new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF')

async function attach(house: OwnHouse, district: District, unit: sample.Unit, application: string): Promise<string> {
  const role = unit.kind === 'school' ? 'school_admin' : 'provider'
  const { token } = await house.session({ role, district, unit: unit.id })
  const form = new FormData()
  form.set('file', new Blob([PDF]), '方案.pdf')
  const path = `/api/districts/${district.ref.slug}/applications/${application}/attachments`
  return must('attachment', await clientOf(house.url, { token }).post<{ id: string }>(path, form)).id
}

/** What a unit proves its appeal with. */
async function proveAppeal(house: OwnHouse, district: District, unit: sample.Unit, appeal: string): Promise<string> {
  const role = unit.kind === 'school' ? 'school_admin' : 'provider'
  const { token } = await house.session({ role, district, unit: unit.id })
  const form = new FormData()
  form.set('file', new Blob([PDF]), '证据.pdf')
  const path = `/api/districts/${district.ref.slug}/appeals/${appeal}/evidence`
  const client = clientOf(house.url, { token })
  return must('evidence', await client.post<{ files: { id: string }[] }>(path, form)).files[0]?.id ?? ''
}

/** A file that every unit downloads from the call. */
async function attachToCall(house: OwnHouse, district: District, office: Session, call: string): Promise<string> {
  const form = new FormData()
  form.set('file', new Blob([PDF]), '通知.pdf')
  const path = `/api/districts/${district.ref.slug}/calls/${call}/files`
  return must('file', await clientOf(house.url, { token: office.token }).post<{ id: string }>(path, form)).id
}

/** An upload that waits for its only part. */
async function beginUpload(house: OwnHouse, district: District, unit: sample.Unit, application: string) {
  const role = unit.kind === 'school' ? 'school_admin' : 'provider'
  const { token } = await house.session({ role, district, unit: unit.id })
  const path = `/api/districts/${district.ref.slug}/applications/${application}/uploads`
  const body = { name: '方案.pdf', size: 1_000_000, fingerprint: '0'.repeat(64) }
  return must('upload', await clientOf(house.url, { token }).post<{ id: string }>(path, body)).id
}

/** Somebody objects with evidence: the objection, what it is proven by, and the receipt that opens its answer. */
async function objected(house: OwnHouse, district: District, notice: string) {
  const receipts = newReceipt()
  const form = new FormData()
  for (const [name, value] of Object.entries({ receipt: receipts, named: 'no', text: '不公' })) form.set(name, value)
  form.set('file', new Blob([PDF]), '证据.pdf')
  const path = `/notices/${district.ref.slug}/${notice}/objection`
  must('objection', await clientOf(house.url).post<string>(path, form))
  const [row] = await rowsOf(district.tenant, 'SELECT id, owner FROM files WHERE owner IN (SELECT id FROM objections)')
  return { objections: String(row?.['owner']), evidence: String(row?.['id']), receipts }
}

/** The result of a project that followed on another. */
async function evaluated(house: OwnHouse, district: District, office: Session, project: string, rubric: string) {
  const completion = SAMPLE_RUBRICS.find(({ use }) => use === 'completion')
  if (!completion) throw new Error('no sample rubric of completion')
  const byHand = leaves(completion.rubric).filter(({ source }) => source !== 'metric' && source !== 'survey')
  const scores = Object.fromEntries(byHand.map(({ key, max, nature }) => [key, nature === 'score' ? (max ?? 0) : 0]))
  const client = clientOf(house.url, { token: office.token })
  const base = `/api/districts/${district.ref.slug}`
  must('evaluation', await client.action(`${base}/projects/${project}`, 'evaluate', { rubricId: rubric, scores }))
  const { items } = must(
    'evaluations',
    await client.get<{ items: { id: string }[] }>(`${base}/evaluations?subject=${project}`),
  )
  const [result] = await rowsOf(district.tenant, 'SELECT * FROM evaluations WHERE id = ?', items[0]?.id ?? '')
  const following = { ...result, id: freshId('eva'), previous_id: result?.['id'], cause: 'appeal', reason: '复核' }
  await insertRows(district.tenant, 'evaluations', [following])
  return following.id
}

/** Founds a district and puts one of everything into it. */
export async function fullDistrict(house: OwnHouse, given: Parameters<OwnHouse['found']>[0]): Promise<FullDistrict> {
  const district = await house.found(given)
  const { tenant } = district
  const holdings: Holding[] = []
  const put = async <R extends Row & { id: string }>(
    table: string,
    row: R,
    owners: string[] = [],
    collection = table,
  ) => {
    await insertRows(tenant, table, [row])
    await insertRows(tenant, 'journal', [
      {
        entity: row.id,
        version: 1,
        verb: 'create',
        actor: 'job/test',
        at: row['created_at'],
        request_id: 'test-fixture',
        leaf_hash: row.id,
      },
    ])
    holdings.push({ collection, id: row.id, owners })
    return row
  }
  const name = (of: string) => `${given.name}${of}`
  const teachers: [string, string] = [freshId('tea'), freshId('tea')]
  const school = async (row: Row & { id: string }, teacher: string): Promise<sample.Unit> => {
    await put('schools', row, [row.id, teacher])
    return { id: row.id, kind: 'school', name: String(row['name']) }
  }
  const A = await school(sample.school(name('一小'), 1), teachers[0])
  const B = await school(sample.school(name('二小'), 2), teachers[1])
  const { id: providerId } = await put('providers', sample.provider(name('研修中心')))
  const P: sample.Unit = { id: providerId, kind: 'provider', name: name('研修中心') }
  const experts: [string, string] = [freshId('exp'), freshId('exp')]
  for (const [n, id] of experts.entries()) await put('experts', { ...sample.expert(`专家${n}`), id }, [id])
  for (const [n, unit] of [A, B].entries()) {
    const id = teachers[n] ?? ''
    await put('teachers', { ...sample.teacher(`教师${n}`, unit.id, unit.name), id }, [unit.id, id])
    await put('ethics_records', sample.ethicsRecord(id, unit), [unit.id, id], 'ethics-records')
  }
  holdings.push(...(await rosterHoldings(district, [A, B])))
  const review = await put('rubrics', sample.rubric('review', 'published'))
  const completion = await put('rubrics', sample.rubric('completion', 'published'))
  await put('rubrics', sample.rubric('review', 'draft'))
  const call = await put('calls', sample.call(review.id))
  await put('calls', sample.call(review.id, { state: 'draft' }))
  await insertRows(tenant, 'call_forms', [sample.callForm(call)])
  const panel = await put('panels', { ...sample.panel(call.id, review.id), ...twiceConcluded() })
  const notice = await put('notices', sample.notice(call.id))
  for (const [collection, id] of Object.entries(await objected(house, district, notice.id)))
    holdings.push({ collection, id, owners: [] })
  const robot = await put('robots', sample.robot())
  const inForce = await put('policies', policies.policy())
  await put('policies', policies.policy({ state: 'draft', published_at: null, version: 1 }))
  await insertRows(tenant, 'recomputations', [policies.recomputation(inForce.id)])
  await put('simulations', policies.simulation(inForce.id))
  await put('dispatches', sample.dispatch(robot.id))
  const office = await house.session({ role: 'office', district })
  holdings.push({ collection: 'files', id: await attachToCall(house, district, office, call.id), owners: [] })
  for (const unit of [A, B, P]) {
    const made = new Map<string, string>()
    for (const state of STATES) {
      const row = await put('applications', sample.application(call.id, unit, state), [unit.id])
      if (state !== 'draft') await insertRows(tenant, 'submissions', [sample.submission(row)])
      made.set(state, row.id)
    }
    const draft = made.get('draft') ?? ''
    const file = await attach(house, district, unit, draft)
    const [kept] = await rowsOf(tenant, 'SELECT * FROM attachments WHERE id = ?', file)
    const submitted = made.get('submitted') ?? ''
    await insertRows(tenant, 'attachments', [{ ...kept, id: freshId('att'), application_id: submitted }])
    // the same file as its applicant has it and as the office looks at it before experts do
    for (const collection of ['attachments', 'expert-documents'])
      holdings.push({ collection, id: file, owners: [unit.id] })
    holdings.push({ collection: 'uploads', id: await beginUpload(house, district, unit, draft), owners: [unit.id] })
    const begun = async (carrier: string, state: string) => {
      const { row, agreement } = sample.project(carrier, call.id, unit)
      await put('projects', { ...row, state }, [unit.id])
      await insertRows(tenant, 'agreements', [agreement])
      await insertRows(tenant, 'project_snapshots', [sampleSnapshot(row.id, unit, completion)])
      if (state === 'running') await put('amendments', sample.amendment({ row, agreement }), [unit.id])
      return row
    }
    const row = await begun(made.get('approved') ?? '', 'completed')
    for (const state of Object.keys(PROJECT.states))
      await begun((await put('applications', sample.application(call.id, unit, 'approved'), [unit.id])).id, state)
    for (const subject of ['甲', '乙', '丙'])
      await put('assessment_alarms', sampleAlarm(row, unit, subject), [unit.id], 'assessment-alarms')
    const evaluation = await evaluated(house, district, office, row.id, completion.id)
    holdings.push({ collection: 'evaluations', id: evaluation, owners: [unit.id] })
    const appeal = await put('appeals', sampleAppeal(row, unit, evaluation, 'open'), [unit.id])
    const proof = await proveAppeal(house, district, unit, appeal.id)
    holdings.push({ collection: 'appeal-evidence', id: proof, owners: [unit.id] })
    await put('appeals', sampleAppeal(row, unit, evaluation, 'withdrawn'), [unit.id])
    const [school, teacher] = unit === B ? [B, teachers[1]] : [A, teachers[0]]
    const ran = { project: row.id, runner: unit, school, teacher, no: 90 }
    const certified = await certificateHoldings(house, district, office, ran)
    holdings.push(...certified)
    holdings.push(...(await exchangeHoldings(district, { ...ran, no: 91 })))
    holdings.push(...(await surveyHoldings(house, district, { ...ran, no: 92 })))
    for (const cohort of certified.filter(({ collection }) => collection === 'cohorts')) {
      const timetable = await cohortHoldings(house, district, office, cohort)
      const session = timetable.find(({ collection }) => collection === 'sessions')?.id ?? ''
      holdings.push(...timetable)
      holdings.push(...(await hoursHoldings(house, district, office, { ...ran, cohort: cohort.id, session })))
    }
    if (unit === A) await insertRows(tenant, 'rankings', twoRounds(panel.id, made.get('ranked') ?? '', unit))
    const commented = commentRelease(panel.id, made.get('ranked') ?? '', unit)
    await put('review_comments', commented, [unit.id], 'review-comments')
    const expert = unit === A ? experts[1] : experts[0]
    for (const state of ['released', 'planned'] as const) {
      const { visit, sheet, photo } = sampleInspection(row, unit, expert, state)
      const readers = state === 'released' ? [unit.id, expert] : [expert]
      await put('inspections', visit, readers)
      await put('inspection_sheets', sheet, [expert], 'inspection-sheets')
      await insertRows(tenant, 'inspection_photos', [{ ...photo, object_key: kept?.['object_key'] }])
      holdings.push({ collection: 'photos', id: photo.id, owners: readers })
    }
    // the first is open to its expert; its application has a file, and so has the second's
    const states = ['declared', ...Object.keys(SCORESHEET.states).filter((state) => state !== 'declared')]
    for (const [nth, state] of states.entries()) {
      const sheet = sample.sheet(panel.id, made.get(STATES[nth] ?? '') ?? '', expert)
      await put('scoresheets', { ...sheet, state }, [expert])
    }
  }
  const stepped = recusal(holdings.find(({ collection }) => collection === 'applications')?.id ?? '')
  await insertRows(tenant, 'recusals', [stepped])
  await insertRows(tenant, 'journal', [
    {
      entity: stepped.id,
      version: 1,
      verb: 'declare',
      actor: 'job/test',
      at: stepped['at'],
      request_id: 'test-fixture',
      leaf_hash: stepped.id,
    },
  ])
  holdings.push({ collection: 'recusals', id: stepped.id, owners: [] })
  const candidate = holdings.findLast(({ collection }) => collection === 'applications')
  // only a city or a province curates
  if (given.kind === 'city') await put('listings', sample.listing(candidate?.id ?? ''))
  const { account } = await house.session({ role: 'finance', district })
  holdings.push({ collection: 'accounts', id: account, owners: [] })
  return { ...district, holdings, units: { A, B, P }, experts, teachers, openCall: call.id, office }
}
