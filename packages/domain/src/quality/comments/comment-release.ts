import type { Machine } from '../../shared/machine.ts'

export type CommentReleaseState = 'draft' | 'released' | 'acknowledged' | 'withdrawn'
export type CommentReleaseAction = 'release' | 'acknowledge' | 'withdraw'

/** The life of the comments on one application (评审意见): the unit reads them only while they are released. */
export const COMMENT_RELEASE: Machine<CommentReleaseState, CommentReleaseAction> = {
  entity: 'review_comment',
  title: '评审意见',
  initial: 'draft',
  states: {
    draft: '整理中，申报单位看不到',
    released: '已反馈给申报单位',
    acknowledged: '申报单位已阅',
    withdrawn: '已撤回，申报单位看不到',
  },
  moves: [
    {
      action: 'release',
      from: ['draft', 'withdrawn'],
      to: 'released',
      roles: ['office'],
      guard: { fact: 'somethingToRelease', refusal: 'nothing-to-release' },
      meaning: '反馈给申报单位',
    },
    {
      action: 'acknowledge',
      from: ['released'],
      to: 'acknowledged',
      roles: ['school_admin', 'provider'],
      meaning: '确认已阅',
    },
    {
      action: 'withdraw',
      from: ['released', 'acknowledged'],
      to: 'withdrawn',
      roles: ['office'],
      note: 'required',
      meaning: '撤回已反馈的意见，说明理由',
    },
  ],
  waits: {
    released: [{ role: 'school_admin' }, { role: 'provider' }],
  },
}
