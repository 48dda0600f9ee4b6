import type { Machine } from '../../shared/machine.ts'

export type ApplicationState =
  | 'draft'
  | 'submitted'
  | 'returned'
  | 'screened'
  | 'in_review'
  | 'ranked'
  | 'noticed'
  | 'approved'
  | 'rejected'
  | 'withdrawn'

export type ApplicationAction =
  | 'submit'
  | 'return'
  | 'screen'
  | 'assign'
  | 'rank'
  | 'publish'
  | 'approve'
  | 'reject'
  | 'withdraw'

/** The life of an application (申报), domain.md §3. */
export const APPLICATION: Machine<ApplicationState, ApplicationAction> = {
  entity: 'application',
  title: '申报',
  initial: 'draft',
  states: {
    draft: '申报单位填写中，尚未提交',
    submitted: '已提交，等待初审',
    returned: '退回修改，等待申报单位重新提交',
    screened: '初审通过，等待安排评审',
    in_review: '专家评审中',
    ranked: '评审结束，已排名',
    noticed: '公示中',
    approved: '已立项',
    rejected: '未通过',
    withdrawn: '申报单位已撤回',
  },
  moves: [
    {
      action: 'submit',
      from: ['draft', 'returned'],
      to: 'submitted',
      roles: ['school_admin', 'provider'],
      guard: { fact: 'windowOpen', refusal: 'window-not-open' },
      meaning: '提交申报',
    },
    {
      action: 'return',
      from: ['submitted', 'screened'],
      to: 'returned',
      roles: ['office'],
      note: 'required',
      meaning: '退回修改',
    },
    { action: 'screen', from: ['submitted'], to: 'screened', roles: ['office'], meaning: '初审通过' },
    {
      action: 'assign',
      from: ['screened'],
      to: 'in_review',
      roles: ['office'],
      via: 'panel',
      meaning: '组成评审组，送专家评审',
    },
    { action: 'rank', from: ['in_review'], to: 'ranked', roles: ['office'], via: 'panel', meaning: '汇总评分并排名' },
    { action: 'publish', from: ['ranked'], to: 'noticed', roles: ['office'], via: 'notice', meaning: '公示' },
    {
      action: 'approve',
      from: ['noticed'],
      to: 'approved',
      roles: ['office'],
      guard: { fact: 'noticeConcluded', refusal: 'notice-still-standing' },
      meaning: '立项',
    },
    {
      action: 'reject',
      from: ['submitted', 'screened', 'ranked'],
      to: 'rejected',
      roles: ['office'],
      note: 'required',
      meaning: '不予通过',
    },
    {
      action: 'reject',
      from: ['noticed'],
      to: 'rejected',
      roles: ['office'],
      note: 'required',
      guard: { fact: 'noticeConcluded', refusal: 'notice-still-standing' },
      meaning: '公示后不予立项',
    },
    {
      action: 'withdraw',
      from: ['draft'],
      to: 'withdrawn',
      roles: ['school_admin', 'provider'],
      meaning: '撤回草稿',
    },
    {
      action: 'withdraw',
      from: ['submitted', 'returned', 'screened', 'in_review', 'ranked'],
      to: 'withdrawn',
      roles: ['school_admin', 'provider'],
      note: 'required',
      meaning: '撤回已提交的申报，说明理由',
    },
  ],
  waits: {
    submitted: [{ role: 'office', days: 3 }],
    returned: [{ role: 'school_admin', days: 7 }],
    screened: [{ role: 'office' }],
    ranked: [{ role: 'office' }],
  },
}
