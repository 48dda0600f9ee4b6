import { ROUTES } from '@shixun/contract/routes'
import { FORM_SAMPLES } from '@shixun/domain/calls/design/form-samples'
import { SAMPLE_RUBRICS } from '@shixun/domain/quality/rubrics/sample-rubrics'
import { planPdf, planText } from '../../demo/rows.ts'
import type { Rosters } from './count-rosters.ts'
import { countUploads } from './count-uploads.ts'
import type { Tale } from './tale.ts'

export type Calls = { call: string; completionRubric: string; applications: string[] }

const FORM = FORM_SAMPLES.find(({ kind }) => kind === 'training_project')?.form ?? []
export const VALUES = {
  background: '开展需求调研，访谈教师并分析问卷。'.repeat(3),
  objectives: '培训目标明确，可以检查，覆盖全部对象。',
  phase: '小学',
  subject: '班主任',
  mode: '集中',
  persons: 50,
  days: 5,
  hours: 40,
  milestones: [{ text: '完成培训方案', from: '2026-03-01', to: '2026-03-10' }],
  courses: [{ title: '班会课', module: '健康教育与班级管理能力', trainer: '李老师', hours: 40 }],
  team: [{ name: '王小明', unit: '一小', duty: '负责人' }],
  budget: [{ item: 'meals', amount: 5_000_000, basis: '50 人 × 5 天 × 200 元' }],
  outcomes: '课例和资源一套，并用问卷评估成效。',
}

export function callBody(rubricId: string | null, title: string) {
  return {
    kind: 'training_project' as const,
    level: 'district' as const,
    year: 2026,
    title,
    guidance: '',
    form: FORM,
    rubricId,
    opensAt: '2026-03-01T00:00:00.000Z',
    closesAt: '2026-12-31T00:00:00.000Z',
    quotaPerUnit: 20,
    unitKinds: ['school' as const],
    review: { blindness: 'double' as const, method: 'mean' as const, expertsPerItem: 3, quota: 2 },
    noticeDays: 5,
  }
}

async function countRubrics({ measure, prepare, as }: Tale): Promise<{ review: string; completion: string }> {
  const office = { as: await as('office') }
  const bodyOf = (use: 'application' | 'completion') => {
    const sample = SAMPLE_RUBRICS.find((one) => one.use === use)
    if (!sample) throw new Error(`no sample rubric for ${use}`)
    return sample.rubric
  }
  await measure(ROUTES.readSamples, office)
  const made = await measure(ROUTES.createRubric, {
    ...office,
    body: { purpose: 'review', body: bodyOf('application') },
  })
  const one = { ...office, params: { id: made.body.id } }
  await measure(ROUTES.editRubric, { ...one, ifMatch: 1, body: { body: bodyOf('application') } })
  await measure(ROUTES.publishRubric, { ...one, body: {} })
  await measure(ROUTES.readRubric, one)
  const draft = { ...office, body: { purpose: 'completion', body: bodyOf('completion') } }
  const completion = await prepare(ROUTES.createRubric, draft)
  await prepare(ROUTES.publishRubric, { ...office, params: { id: completion.body.id }, body: {} })
  const old = await prepare(ROUTES.createRubric, draft)
  await prepare(ROUTES.publishRubric, { ...office, params: { id: old.body.id }, body: {} })
  await measure(ROUTES.retireRubric, { ...office, params: { id: old.body.id }, body: {} })
  await measure(ROUTES.listRubrics, office)
  await measure(ROUTES.rubricHistory, one)
  await measure(ROUTES.readRubricFile, { ...one, query: { as: 'xlsx' } })
  const next = await measure(ROUTES.nextRubricVersion, { ...office, params: { id: completion.body.id }, body: {} })
  await measure(ROUTES.compareRubrics, { ...office, params: { id: next.body.id } })
  return { review: made.body.id, completion: completion.body.id }
}

/** The office opens a call; schools declare, correct and hand in; the office screens. Three applications end up screened. */
export async function countCalls(tale: Tale, { schools }: Rosters): Promise<Calls> {
  const { measure, prepare, as } = tale
  const office = { as: await as('office') }
  await measure(ROUTES.importPlan, { ...office, body: { year: 2026, text: planText() } })
  await measure(ROUTES.listPlanItems, { ...office, query: { year: 2026 } })
  const rubrics = await countRubrics(tale)
  const made = await measure(ROUTES.createCall, { ...office, body: callBody(rubrics.review, '2026 年培训项目') })
  const call = made.body.id
  const one = { ...office, params: { id: call } }
  await measure(ROUTES.editCall, { ...one, ifMatch: 1, body: { title: '2026 年教师培训项目' } })
  await measure(ROUTES.openCall, { ...one, body: {} })
  await measure(ROUTES.closeCall, { ...one, body: {} })
  await measure(ROUTES.reopenCall, { ...one, body: { note: '延长', closesAt: '2026-12-31T00:00:00.000Z' } })
  await measure(ROUTES.readCall, one)
  await measure(ROUTES.listCalls, office)
  await measure(ROUTES.listCalls, { ...office, query: { state: 'open' } }, 'state')
  const extension = { unitId: schools[0], until: '2027-01-31T00:00:00.000Z', reason: '停电' }
  await measure(ROUTES.extendCall, { ...one, body: extension })

  const [own = ''] = schools
  const school = { as: await as('school_admin', own) }
  const declare = { callId: call, title: '班主任培训', values: VALUES }
  const first = await measure(ROUTES.createApplication, { ...school, body: declare })
  const { id } = first.body
  const mine = { ...school, params: { id } }
  const values = { ...VALUES, background: `${VALUES.background}问卷 326 份。` }
  await measure(ROUTES.editApplication, { ...mine, ifMatch: first.body.version, body: { values } })
  await countUploads(tale, school.as, id)
  const file = new FormData()
  file.set('file', new Blob([planPdf('班主任培训')]), '方案.pdf')
  const attached = await measure(ROUTES.attachFile, { ...mine, body: file })
  const attachmentId = attached.body.id
  await measure(ROUTES.readAttachment, { ...school, params: { id, attachmentId } })
  await measure(ROUTES.submitApplication, { ...mine, key: 'submit-once', body: {} })
  const theirs = { ...office, params: { id } }
  await measure(ROUTES.returnApplication, { ...theirs, body: { note: '请补充', outcome: 'revise' } })
  await prepare(ROUTES.submitApplication, { ...mine, body: {} })
  await measure(ROUTES.readApplication, theirs)
  await measure(ROUTES.screenApplication, { ...theirs, body: {} })
  const handedIn = async (title: string) => {
    const made = await prepare(ROUTES.createApplication, { ...school, body: { ...declare, title } })
    const file = new FormData()
    file.set('file', new Blob([planPdf(title)]), '方案.pdf')
    await prepare(ROUTES.attachFile, { ...school, params: { id: made.body.id }, body: file })
    const submitted = await prepare(ROUTES.submitApplication, { ...school, params: { id: made.body.id }, body: {} })
    return { id: made.body.id, version: submitted.body.version }
  }
  const compared = { ...theirs, query: { from: 1, to: 2 } }
  await measure(ROUTES.listSubmissions, theirs)
  await measure(ROUTES.compareSubmissions, compared)
  const several = [await handedIn('骨干教师培训'), await handedIn('校长培训')]
  const together = { action: 'screen' as const, items: several }
  const screened = await measure(ROUTES.batchApplications, { ...office, body: together })
  if (screened.body.done !== several.length) throw new Error(`screened ${JSON.stringify(screened.body.items)}`)
  const applications = [id, ...several.map((one) => one.id)]
  const copy = { callId: call, title: '照抄去年', from: id }
  await measure(ROUTES.createApplication, { ...school, body: copy }, 'copy')
  const bad = { ...office, params: { id: (await handedIn('重复项目')).id }, body: { note: '重复' } }
  await measure(ROUTES.rejectApplication, bad)
  await measure(ROUTES.withdrawApplication, {
    ...school,
    params: { id: (await handedIn('撤回项目')).id },
    body: { note: '不再申报' },
  })
  const { id: last } = await handedIn('导入结果')
  const decided = await prepare(ROUTES.readApplication, { ...office, params: { id: last } })
  const rows = [{ number: decided.body.number, outcome: '不通过', reason: '同类项目已有' }]
  await measure(ROUTES.readResultsTemplate, one)
  await measure(ROUTES.importResults, { ...one, body: { rows } })
  await measure(ROUTES.listApplications, office)
  await measure(ROUTES.listApplications, { ...office, query: { state: 'screened' } }, 'state')
  await measure(ROUTES.listApplications, { ...office, query: { state: 'screened', call } }, 'call and state')
  await measure(ROUTES.listApplications, { ...office, query: { call } }, 'call')
  await measure(ROUTES.listApplications, { ...office, query: { unit: own, call } }, 'unit and call')
  await measure(ROUTES.listApplications, { ...office, query: { q: 'SB2026' } }, 'search')
  await measure(ROUTES.listApplications, school, 'own')
  await measure(ROUTES.readApplicationHistory, theirs)
  await measure(ROUTES.listTasks, office)
  await measure(ROUTES.listTasks, school, 'own')
  return { call, completionRubric: rubrics.completion, applications }
}
