import type { Machine } from '../shared/machine.ts'

export type HoursClaimState = 'pending' | 'accepted' | 'refused' | 'withdrawn'
export type HoursClaimAction = 'accept' | 'refuse' | 'withdraw'

const RUNNERS = ['school_admin', 'provider', 'office'] as const

/** The life of a claim of hours (学时申报): school-based and online hours with evidence, confirmed by who runs the cohort. */
export const HOURS_CLAIM: Machine<HoursClaimState, HoursClaimAction> = {
  entity: 'hours_claim',
  title: '学时申报',
  initial: 'pending',
  states: { pending: '待确认', accepted: '已确认', refused: '未确认', withdrawn: '已撤回' },
  moves: [
    { action: 'accept', from: ['pending'], to: 'accepted', roles: RUNNERS, meaning: '确认，记入考勤' },
    { action: 'refuse', from: ['pending'], to: 'refused', roles: RUNNERS, note: 'required', meaning: '不予确认' },
    {
      action: 'withdraw',
      from: ['pending'],
      to: 'withdrawn',
      roles: ['teacher', 'registrar', 'school_admin'],
      meaning: '撤回申报',
    },
  ],
  waits: {
    pending: [
      { role: 'school_admin', days: 7 },
      { role: 'provider', days: 7 },
    ],
  },
}
