import type { Machine } from '../shared/machine.ts'

export type SessionState = 'planned' | 'held' | 'cancelled'
export type SessionAction = 'cancel' | 'hold'

const RUNNERS = ['school_admin', 'provider', 'office'] as const

/** The life of a session (课次), domain.md §6: held once its attendance is settled. What was published is never deleted. */
export const SESSION: Machine<SessionState, SessionAction> = {
  entity: 'session',
  title: '课次',
  initial: 'planned',
  states: { planned: '待上课', held: '已上课，考勤已确认', cancelled: '已取消' },
  moves: [
    { action: 'cancel', from: ['planned'], to: 'cancelled', roles: RUNNERS, note: 'required', meaning: '取消课次' },
    {
      action: 'hold',
      from: ['planned'],
      to: 'held',
      roles: RUNNERS,
      via: 'attendance.settle',
      meaning: '确认考勤，课次完成',
    },
  ],
  waits: {},
}
