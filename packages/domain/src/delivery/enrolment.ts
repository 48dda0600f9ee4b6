import type { Machine } from '../shared/machine.ts'
import type { RepeatRule } from './repeat-rules.ts'

export type EnrolmentState =
  | 'nominated'
  | 'waiting'
  | 'offered'
  | 'enrolled'
  | 'completed'
  | 'failed'
  | 'withdrawn'
  | 'refused'
export type EnrolmentAction =
  | 'admit'
  | 'offer'
  | 'accept'
  | 'recall'
  | 'queue'
  | 'refuse'
  | 'withdraw'
  | 'lapse'
  | 'end'
  | 'complete'
  | 'fail'

/** What stands against an enrolment: overlapping hours, or a training that was had already. `with` names the other one. */
export type EnrolmentFinding = {
  rule: RepeatRule
  mode: 'warn' | 'block'
  with: { id: string; title: string; from: string; to: string }
  detail: string
}

/** Who let an enrolment pass in spite of its findings, and why. `covers` are the keys of the findings that were seen. */
export type Waiver = { by: string; at: string; reason: string; covers: string[] }

/** What tells one finding of an enrolment from another. */
export function findingKey(finding: Pick<EnrolmentFinding, 'rule' | 'with'>): string {
  return `${finding.rule}:${finding.with.id}`
}

/** The findings that keep an enrolment from being admitted: those that block and that nobody let pass. */
export function standingBlocks(findings: readonly EnrolmentFinding[], waiver: Waiver | null): EnrolmentFinding[] {
  return findings.filter((one) => one.mode === 'block' && !waiver?.covers.includes(findingKey(one)))
}

const RUNNERS = ['school_admin', 'provider', 'office'] as const
const SENDERS = ['school_admin', 'registrar', 'office'] as const

/** Moves that the school of the teacher makes; all others are those of whoever runs the cohort. */
export const MOVES_OF_SCHOOL: readonly string[] = ['accept', 'withdraw'] satisfies EnrolmentAction[]

/** States in which an enrolment holds one of the places: what `taken` of a cohort counts. */
export const HOLDING: readonly EnrolmentState[] = ['offered', 'enrolled', 'completed', 'failed']

/** States that come to an end with the cohort: whoever is in them never took part. */
export const LEFT_OVER = ['nominated', 'waiting', 'offered'] as const satisfies readonly EnrolmentState[]

/** The life of an enrolment (学员), domain.md §6. */
export const ENROLMENT: Machine<EnrolmentState, EnrolmentAction> = {
  entity: 'enrolment',
  title: '学员',
  initial: 'nominated',
  alsoInitial: ['waiting'],
  states: {
    nominated: '已推荐，等待录取',
    waiting: '候补',
    offered: '候补递补，等待学校确认',
    enrolled: '已录取',
    completed: '已结业',
    failed: '未结业',
    withdrawn: '已退出',
    refused: '未录取',
  },
  moves: [
    {
      action: 'admit',
      from: ['nominated', 'waiting'],
      to: 'enrolled',
      roles: [...RUNNERS, 'system'],
      guard: { fact: 'place_free', refusal: 'cohort-full' },
      meaning: '录取',
    },
    {
      action: 'queue',
      from: ['nominated'],
      to: 'waiting',
      roles: RUNNERS,
      guard: { fact: 'waiting_place_free', refusal: 'waiting-list-full' },
      meaning: '列入候补',
    },
    {
      action: 'offer',
      from: ['waiting'],
      to: 'offered',
      roles: [...RUNNERS, 'system'],
      guard: { fact: 'place_free', refusal: 'cohort-full' },
      meaning: '通知递补，名额先保留',
    },
    { action: 'accept', from: ['offered'], to: 'enrolled', roles: SENDERS, meaning: '确认参加' },
    {
      action: 'recall',
      from: ['offered'],
      to: 'waiting',
      roles: RUNNERS,
      note: 'required',
      meaning: '收回递补通知，退回候补',
    },
    {
      action: 'refuse',
      from: ['nominated', 'waiting', 'offered'],
      to: 'refused',
      roles: RUNNERS,
      note: 'required',
      meaning: '不录取',
    },
    {
      action: 'withdraw',
      from: ['nominated', 'waiting', 'offered', 'enrolled'],
      to: 'withdrawn',
      roles: SENDERS,
      note: 'required',
      meaning: '退出',
    },
    { action: 'lapse', from: ['offered'], to: 'withdrawn', roles: ['system'], meaning: '逾期未确认，视为放弃递补' },
    {
      action: 'end',
      from: ['nominated', 'waiting', 'offered'],
      to: 'refused',
      roles: ['system'],
      meaning: '班次已结班或取消，未获录取',
    },
    {
      action: 'complete',
      from: ['enrolled'],
      to: 'completed',
      roles: RUNNERS,
      via: 'cohort.conclude',
      meaning: '结业',
    },
    { action: 'fail', from: ['enrolled'], to: 'failed', roles: RUNNERS, via: 'cohort.conclude', meaning: '未结业' },
  ],
  waits: {
    offered: [
      { role: 'registrar', days: 3 },
      { role: 'school_admin', days: 3 },
    ],
  },
}
