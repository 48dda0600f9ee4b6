import type { Machine } from '../../shared/machine.ts'

export type NoticeState = 'standing' | 'concluded' | 'revoked'
export type NoticeAction = 'conclude' | 'revoke'

/** The life of a notice (公示), domain.md §5: nothing becomes final while an objection is open. */
export const NOTICE: Machine<NoticeState, NoticeAction> = {
  entity: 'notice',
  title: '公示',
  initial: 'standing',
  states: {
    standing: '公示期内，可以提出异议',
    concluded: '公示期满且没有未答复的异议，结果可以生效',
    revoked: '异议成立，公示撤销，须重新公示',
  },
  moves: [
    {
      action: 'conclude',
      from: ['standing'],
      to: 'concluded',
      roles: ['office', 'system'],
      guard: { fact: 'termOver', refusal: 'notice-still-standing' },
      meaning: '公示期满',
    },
    {
      action: 'revoke',
      from: ['standing'],
      to: 'revoked',
      roles: ['office'],
      via: 'objection',
      meaning: '异议成立，撤销公示',
    },
  ],
  waits: {},
}

/** A notice as its readers see it on a day: `coming` before its first day, `over` after its last while it is not settled. */
export type NoticePhase = 'coming' | 'over' | NoticeState

/** A notice stands from the first to the whole of the last day in China; `today` is the day there, `YYYY-MM-DD`. */
export function noticePhase(
  notice: { state: NoticeState; startsOn: string; endsOn: string },
  today: string,
): NoticePhase {
  if (notice.state !== 'standing') return notice.state
  if (today < notice.startsOn) return 'coming'
  return today > notice.endsOn ? 'over' : 'standing'
}

/** Days within which the office answers an objection: the clock of its task and of the receipt. */
export const OBJECTION_DAYS = 3

export type ObjectionState = 'open' | 'dismissed' | 'upheld'
export type ObjectionAction = 'dismiss' | 'uphold'

export const OBJECTION: Machine<ObjectionState, ObjectionAction> = {
  entity: 'objection',
  title: '异议',
  initial: 'open',
  states: { open: '等待答复', dismissed: '已答复，异议不成立', upheld: '异议成立' },
  moves: [
    {
      action: 'dismiss',
      from: ['open'],
      to: 'dismissed',
      roles: ['office'],
      note: 'required',
      meaning: '答复：不成立',
    },
    { action: 'uphold', from: ['open'], to: 'upheld', roles: ['office'], note: 'required', meaning: '答复：成立' },
  ],
  waits: { open: [{ role: 'office', days: OBJECTION_DAYS }] },
}
