import type { Machine } from '../shared/machine.ts'

export type DispatchState = 'waiting' | 'sent' | 'dead'
export type DispatchAction = 'deliver' | 'bury' | 'retry'

/** The life of what a robot has to say (群机器人消息). */
export const DISPATCH: Machine<DispatchState, DispatchAction> = {
  entity: 'dispatch',
  title: '群机器人消息',
  initial: 'waiting',
  states: { waiting: '等待发送，失败会自动重试', sent: '已送达', dead: '多次重试仍未送达，等待处理' },
  moves: [
    { action: 'deliver', from: ['waiting'], to: 'sent', roles: ['system'], meaning: '送达' },
    { action: 'bury', from: ['waiting'], to: 'dead', roles: ['system'], meaning: '停止重试' },
    { action: 'retry', from: ['dead'], to: 'waiting', roles: ['office', 'admin'], meaning: '重新发送' },
  ],
  // one task a robot, however many of its messages are dead: packages/db/src/tenant/dispatches.ts
  waits: {},
}
