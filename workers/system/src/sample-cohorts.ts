import type { Policy } from '@shixun/domain/credits/policy'
import { DEFAULT_COHORT_RULES } from '@shixun/domain/delivery/cohort'
import { freshId, type Row } from './own-house.ts'
import type * as sample from './sample-rows.ts'

const AT = '2026-05-03T09:00:00.000Z'
type Identified = Row & { id: string }

/** A cohort of three days in May 2026 that was concluded, of the project of a unit. */
export const concludedCohort = (project: string, unit: sample.Unit, given: Row = {}): Identified => ({
  id: freshId('coh'),
  project_id: project,
  project_title: '班主任培训',
  unit_kind: unit.kind,
  unit_id: unit.id,
  unit_name: unit.name,
  provider_id: null,
  provider_name: '区教师发展中心',
  no: 1,
  title: '第 1 班',
  line: 'head-teachers',
  topic: '班级管理',
  level: 'district',
  module: '师德',
  subject: '',
  phase: '',
  channel: 'concentrated',
  category: '专业科目',
  state: 'concluded',
  places: 500,
  waiting_places: 0,
  stages: [],
  rules: DEFAULT_COHORT_RULES,
  starts_on: '2026-05-01',
  ends_on: '2026-05-03',
  version: 5,
  created_at: AT,
  updated_at: AT,
  ...given,
})

/** A teacher's place in a cohort, done: 40 lessons of 45 minutes. */
export const doneEnrolment = (
  cohort: string,
  teacher: { id: string; name: string },
  school: Pick<sample.Unit, 'id' | 'name'>,
  state = 'completed',
): Identified => ({
  id: freshId('enr'),
  cohort_id: cohort,
  teacher_id: teacher.id,
  name: teacher.name,
  school_id: school.id,
  school_name: school.name,
  subject: '数学',
  phase: 'primary',
  state,
  preference: 0,
  findings: [],
  minutes_due: 1800,
  minutes_attended: 1800,
  version: 3,
  created_at: AT,
  updated_at: AT,
})

/** Confirmed hours of a teacher. */
export const ledgerEntry = (teacher: string, school: string, given: Row = {}): Identified => ({
  id: freshId('led'),
  teacher_id: teacher,
  school_id: school,
  state: 'confirmed',
  date: '2026-03-02',
  minutes: 450,
  channel: 'concentrated',
  level: 'district',
  module: '师德',
  category: '专业科目',
  activity: '',
  title: '班主任培训',
  project_id: '',
  provider_id: '',
  provider_name: '区教师发展中心',
  accredited: 1,
  source: 'cohort',
  batch: 'b',
  version: 1,
  created_at: AT,
  ...given,
})

/** A policy of the bureau, in force. */
export const publishedPolicy = (body: Policy, given: Row = {}): Identified => ({
  id: freshId('pol'),
  line: 'main',
  no: 1,
  title: body.title,
  body,
  state: 'published',
  valid_from: body.validFrom,
  published_at: AT,
  version: 2,
  created_at: AT,
  ...given,
})
