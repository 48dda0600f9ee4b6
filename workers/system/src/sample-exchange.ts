import { DEFAULT_COHORT_RULES } from '@shixun/domain/delivery/cohort'
import type { OfferedCohort } from '@shixun/domain/exchange/offer'
import { freshId, type Row } from './own-house.ts'
import type * as sample from './sample-rows.ts'

const AT = '2026-05-03T09:00:00.000Z'
type Identified = Row & { id: string }

function offeredCohort(): OfferedCohort {
  return {
    id: freshId('coh'),
    title: '骨干教师研修一班',
    projectTitle: '骨干教师研修',
    projectNumber: '',
    unitName: '市教师发展中心',
    provider: null,
    line: '骨干教师研修',
    topic: '作业设计',
    level: 'city',
    module: '专业能力',
    subject: '',
    phase: '',
    channel: 'concentrated',
    category: '',
    state: 'nominating',
    minutes: 360,
    startsOn: '2099-06-01',
    endsOn: '2099-06-02',
    stages: [{ id: 's1', title: '集中研修', from: '2099-06-01', to: '2099-06-02' }],
    rules: { ...DEFAULT_COHORT_RULES, guests: true },
    sessions: [],
  }
}

/** Places that a bureau of this address offers to the district. */
export const offer = (sender: string, given: Row = {}): Identified => ({
  id: freshId('off'),
  sender,
  sender_name: '市教育局',
  sender_kind: 'city',
  title: '骨干教师研修一班',
  starts_on: '2099-06-01',
  ends_on: '2099-06-02',
  places: 50,
  taken: 0,
  content: offeredCohort(),
  message: '',
  state: 'open',
  told_version: 1,
  version: 1,
  created_at: AT,
  updated_at: AT,
  ...given,
})

/** A teacher of the district on the list of an offer. */
export const guest = (
  offerId: string,
  teacher: { id: string; name: string },
  school: Pick<sample.Unit, 'id' | 'name'>,
  given: Row = {},
): Identified => ({
  id: freshId('gst'),
  offer_id: offerId,
  teacher_id: teacher.id,
  name: teacher.name,
  school_id: school.id,
  school_name: school.name,
  subject: '语文',
  phase: 'primary',
  state: 'proposed',
  preference: 0,
  findings: [],
  told_version: 0,
  minutes_due: 0,
  minutes_attended: 0,
  pass_kid: 'a1',
  version: 1,
  created_at: AT,
  updated_at: AT,
  ...given,
})

/** Places of a cohort that the district offers to another bureau. */
export const cohortOffer = (cohort: string, receiver: string, given: Row = {}): Identified => ({
  id: freshId('off'),
  cohort_id: cohort,
  receiver,
  receiver_name: '邻区教育局',
  places: 5,
  message: '',
  state: 'received',
  envelope_id: freshId('env'),
  told_cohort: 1,
  told: '0'.repeat(64),
  version: 2,
  created_at: AT,
  updated_at: AT,
  ...given,
})

/** What the inbox of a role is told about a cohort, and may put away. */
export const notice = (cohort: string, role: string) => ({
  id: freshId('tsk'),
  entity: cohort,
  kind: 'cohort.cancelled',
  title: '骨干教师研修一班',
  role,
  unit: '',
  created_at: AT,
})
