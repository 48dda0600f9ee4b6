import type { LEVELS, PHASES } from '../calls/design/call.ts'
import type { Channel } from '../credits/policy.ts'
import type { Machine } from '../shared/machine.ts'

export type CohortState = 'planned' | 'nominating' | 'ready' | 'running' | 'concluding' | 'concluded' | 'cancelled'
export type CohortAction = 'open' | 'close' | 'reopen' | 'begin' | 'conclude' | 'finish' | 'cancel'

/** A dated stage (团队组建、高校研修、返岗实践): stages may overlap. Days, both ends count. */
export type CohortStage = { id: string; title: string; from: string; to: string }

/** A trainer as the timetable names one. */
export type Trainer = { name: string; unit: string; title: string }

/**
 * Who may be nominated and who comes first. Empty lists set no condition. `quotaPerSchool` holds for schools without a
 * quota of their own; `absenceFrom` is the share of the hours from which absence gives no credit, [numerator, denominator].
 */
export type CohortRules = {
  phases: (typeof PHASES)[number][]
  subjects: string[]
  titles: string[]
  posts: string[]
  areas: ('urban' | 'town' | 'rural')[]
  serviceYears: { from: number | null; to: number | null }
  ethicsVeto: boolean
  /** Points that put a teacher forward: whoever has more comes first on the roster and on the waiting list. */
  preference: { rural: number; town: number; frontLine: number; novice: number }
  quotaPerSchool: number
  /** Whether guests of other bureaus may be nominated by envelope. */
  guests: boolean
  absenceFrom: readonly [number, number]
}

/** What the hours of a cohort are counted as; the words are those of the credit policies. */
export type CohortContent = {
  line: string
  topic: string
  level: (typeof LEVELS)[number]
  module: string
  subject: string
  phase: (typeof PHASES)[number] | ''
  channel: Channel
  category: string
}

export const DEFAULT_COHORT_RULES: CohortRules = {
  phases: [],
  subjects: [],
  titles: [],
  posts: [],
  areas: [],
  serviceYears: { from: null, to: null },
  ethicsVeto: true,
  preference: { rural: 2, town: 1, frontLine: 1, novice: 0 },
  quotaPerSchool: 3,
  guests: false,
  absenceFrom: [1, 5],
}

const RUNNERS = ['school_admin', 'provider', 'office'] as const

/** The life of a cohort (班次), domain.md §6. */
export const COHORT: Machine<CohortState, CohortAction> = {
  entity: 'cohort',
  title: '班次',
  initial: 'planned',
  states: {
    planned: '筹备中，课表未公布',
    nominating: '推荐学员中',
    ready: '名单已定，等待开班',
    running: '培训中',
    concluding: '正在结班，名单与学时登记中',
    concluded: '已结班',
    cancelled: '已取消',
  },
  moves: [
    {
      action: 'open',
      from: ['planned'],
      to: 'nominating',
      roles: RUNNERS,
      guard: { fact: 'has_sessions', refusal: 'cohort-without-sessions' },
      meaning: '公布课表，开始推荐学员',
    },
    {
      action: 'close',
      from: ['nominating'],
      to: 'ready',
      roles: [...RUNNERS, 'system'],
      meaning: '截止推荐，确定名单',
    },
    { action: 'reopen', from: ['ready'], to: 'nominating', roles: RUNNERS, meaning: '重新开放推荐' },
    { action: 'begin', from: ['ready'], to: 'running', roles: [...RUNNERS, 'system'], meaning: '开班' },
    {
      action: 'conclude',
      from: ['running', 'concluding'],
      to: 'concluding',
      continues: true,
      roles: [...RUNNERS, 'system'],
      guard: { fact: 'sessions_settled', refusal: 'sessions-not-settled' },
      meaning: '结班：确定结业名单并登记学时；人多时分步进行，可以继续',
    },
    {
      action: 'finish',
      from: ['concluding'],
      to: 'concluded',
      roles: [...RUNNERS, 'system'],
      via: 'cohort.conclude',
      meaning: '全部学员登记完毕',
    },
    {
      action: 'cancel',
      from: ['planned', 'nominating', 'ready', 'running'],
      to: 'cancelled',
      roles: RUNNERS,
      note: 'required',
      meaning: '取消班次',
    },
  ],
  waits: {},
}
