import type { IdPrefix } from '@shixun/db/ids'
import { FORM_SAMPLES } from '@shixun/domain/calls/design/form-samples'
import { SAMPLE_RUBRICS } from '@shixun/domain/quality/rubrics/sample-rubrics'
import { freshId, type Row } from './own-house.ts'

const AT = '2026-01-05T00:00:00.000Z'
export const FORM = FORM_SAMPLES[0]?.form ?? []

/** Every field of the sample form, filled so that a submission passes. */
export const VALUES = {
  background: '开展需求调研，访谈教师并分析问卷。'.repeat(3),
  objectives: '培训目标明确，可以检查，覆盖全部对象。',
  phase: '小学',
  subject: '班主任',
  mode: '集中',
  persons: 50,
  days: 5,
  hours: 40,
  milestones: [{ text: '完成培训方案', from: '2026-04-01', to: '2026-04-30' }],
  courses: [{ title: '班会课', module: '健康教育与班级管理能力', trainer: '李老师', hours: 40 }],
  team: [{ name: '王小明', unit: '一小', duty: '负责人' }],
  budget: [{ item: 'meals', amount: 5_000_000, basis: '50 人 × 5 天 × 200 元' }],
  outcomes: '课例和资源一套，并用问卷评估成效。',
}

export const PACKAGE = {
  title: '班主任培训',
  level: 'district',
  phase: '小学',
  subject: '班主任',
  module: '师德',
  mode: '集中',
  hours: 40,
  summary: '面向班主任的分层研修',
  outline: [{ title: '家校沟通', hours: 8, module: '师德' }],
  milestones: [{ text: '开班', from: '2026-03-01', to: '2026-03-31' }],
  trainers: '',
  resources: '',
  evaluation: { score: 9000, band: 'excellent' },
  licence: 'CC BY-NC-SA 4.0',
  origin: { district: 'jinshui', districtName: '金水区教育局', project: 'pro_1', number: 'LX2026-0001' },
}

const base = (prefix: IdPrefix) => ({ id: freshId(prefix), version: 1, created_at: AT })
export type Unit = { id: string; kind: 'school' | 'provider'; name: string }

export const school = (name: string, no: number): Row & { id: string } => ({
  ...base('sch'),
  code: `2141${String(no).padStart(6, '0')}`,
  name,
  area: 'town',
  phase: 'primary',
})

export const provider = (name: string): Row & { id: string } => ({
  ...base('prv'),
  name,
  levels: ['district'],
  accredited_from: '2000-01-01',
  accredited_to: '2099-12-31',
  periods: [
    { id: 'p1', levels: ['district'], number: '', from: '2000-01-01', to: '2099-12-31', endedOn: null, reason: null },
  ],
  warn_on: '2099-11-01',
})

export const expert = (name: string): Row & { id: string } => ({
  ...base('exp'),
  name,
  subjects: [],
  phases: [],
  past_schools: [],
  ties: [],
})

export const teacher = (name: string, schoolId: string, schoolName: string): Row & { id: string } => {
  const row = base('tea')
  return {
    ...row,
    school_id: schoolId,
    school_name: schoolName,
    name,
    document_type: 'resident-identity-card',
    document_cipher: 'none',
    document_mac: row.id,
    document_tail: '1234',
    phase: 'primary',
    subject: '语文',
    posts: [],
  }
}

export function rubric(purpose: 'review' | 'completion', state: string): Row & { id: string } {
  const use = purpose === 'review' ? 'application' : 'completion'
  const body = SAMPLE_RUBRICS.find((sample) => sample.use === use)?.rubric
  return { ...base('rub'), title: body?.title, purpose, body, state }
}

export const call = (rubricId: string, given: Row = {}): Row & { id: string } => ({
  ...base('cal'),
  kind: 'training_project',
  level: 'district',
  year: 2026,
  title: '2026 年培训项目',
  guidance: '',
  state: 'open',
  form: FORM,
  rubric_id: rubricId,
  opens_at: '2020-01-01T00:00:00.000Z',
  closes_at: '2099-12-31T00:00:00.000Z',
  quota_per_unit: 1000,
  unit_kinds: ['school', 'provider'],
  review: { blindness: 'double', method: 'mean', expertsPerItem: 1, quota: 1 },
  notice_days: 5,
  ...given,
})

/** The first form of a call, as publishing it would have kept it. */
export const callForm = (call: Row): Row => ({ call_id: call['id'], no: 1, form: FORM, created_at: AT })

export const application = (callId: string, unit: Unit, state: string, given: Row = {}): Row & { id: string } => ({
  ...base('app'),
  call_id: callId,
  unit_kind: unit.kind,
  unit_id: unit.id,
  unit_name: unit.name,
  title: `${unit.name}的申报`,
  state,
  form_values: VALUES,
  submission_no: state === 'draft' ? 0 : 1,
  updated_at: AT,
  ...given,
})

/** What an application handed in, frozen. */
export const submission = (row: Row): Row => ({
  application_id: row['id'],
  no: 1,
  title: row['title'],
  form_values: VALUES,
  attachments: [],
  sha256: 'f'.repeat(64),
  submitted_at: AT,
})

export const panel = (callId: string, rubricId: string): Row & { id: string } => ({
  ...base('pan'),
  call_id: callId,
  rubric_id: rubricId,
  state: 'scoring',
  size: 1,
  method: 'mean',
  seed: 'seed',
  sheets_total: 2,
  sheets_in: 0,
})

export const sheet = (panelId: string, applicationId: string, expertId: string): Row & { id: string } => ({
  ...base('she'),
  panel_id: panelId,
  application_id: applicationId,
  expert_id: expertId,
  state: 'declared',
  scores: {},
  comment: '',
  conflicts: [],
})

export const notice = (callId: string): Row & { id: string } => ({
  ...base('not'),
  call_id: callId,
  title: '公示',
  body: '现予公示',
  state: 'standing',
  starts_on: '2026-01-05',
  ends_on: '2099-01-12',
  working_days: 5,
  items: [],
  open_objections: 0,
})

/** A completed project and its agreement: an office can evaluate it. */
export function project(
  applicationId: string,
  callId: string,
  unit: Unit,
): { row: Row & { id: string }; agreement: Row } {
  const figures = {
    planned: 50,
    enrolled: 50,
    completed: 49,
    attendanceDue: 100,
    attendanceActual: 98,
    hoursPromised: 40,
    hoursDelivered: 40,
    satisfaction: 9500,
    surveysSent: 50,
    surveysAnswered: 45,
    budget: 5_000_000,
    spent: 4_900_000,
    milestonesDue: 1,
    milestonesOnTime: 1,
  }
  const row = {
    ...base('pro'),
    application_id: applicationId,
    call_id: callId,
    unit_kind: unit.kind,
    unit_id: unit.id,
    unit_name: unit.name,
    kind: 'training_project',
    level: 'district',
    title: `${unit.name}的项目`,
    number: `LX2026-${applicationId.slice(-4)}`,
    state: 'completed',
    form_values: VALUES,
    figures,
    updated_at: AT,
  }
  const body = {
    number: `RW2026-${applicationId.slice(-4)}`,
    title: row.title,
    unitName: unit.name,
    targets: [
      { means: 'persons', name: '培训人数', promised: 50, unit: '人' },
      { means: 'hours', name: '培训学时', promised: 40, unit: '学时' },
    ],
    money: { total: 5_000_000, items: [] },
    outputs: ['课例和资源一套'],
    dates: { from: '2026-04-01', to: '2026-04-30', milestones: VALUES.milestones },
  }
  const agreement = { project_id: row.id, no: 1, body, text: '任务书', sha256: 'f'.repeat(64), office_confirmed_at: AT }
  return { row, agreement }
}

/** The unit asks to promise more: it waits for the bureau. */
export const amendment = (made: { row: Row & { id: string }; agreement: Row }): Row & { id: string } => ({
  ...base('amd'),
  project_id: made.row.id,
  state: 'proposed_by_unit',
  from_no: 1,
  body: { ...Object(made.agreement['body']), outputs: ['课例和资源两套'] },
  reason: '教师需求增加',
  proposed_by: '张老师',
})

export const listing = (applicationId: string): Row & { id: string } => ({
  ...base('lst'),
  application_id: applicationId,
  title: PACKAGE.title,
  origin_id: freshId('dis'),
  origin_name: '金水区教育局',
  package: PACKAGE,
  state: 'candidate',
})

/** A failing record of a teacher, in effect for good. */
export const ethicsRecord = (teacher: string, unit: Unit): Row & { id: string } => ({
  ...base('eth'),
  subject_kind: 'teacher',
  subject_id: teacher,
  unit_id: unit.id,
  name: '教师',
  year: 2025,
  result: 'fail',
  reason: '处分决定',
  state: 'standing',
})

/** A robot whose address opens with no key: it says nothing to anybody. */
export const robot = (): Row & { id: string } => ({
  ...base('rob'),
  kind: 'wecom',
  name: '师训科群',
  host: 'qyapi.weixin.qq.com',
  address_tail: '5aaa',
  address_cipher: 'none',
  events: ['digest.daily'],
  state: 'on',
})

export const dispatch = (robotId: string): Row & { id: string } => ({
  ...base('dsp'),
  robot_id: robotId,
  event: 'digest.daily',
  title: '待办',
  body: '没有待办事项。',
  state: 'sent',
  attempts: 1,
  next_at: '',
})
