import type { Machine } from '../shared/machine.ts'

export type TransferState = 'proposed' | 'accepted' | 'refused' | 'withdrawn'
export type TransferAction = 'accept' | 'refuse' | 'withdraw'

const SIDES = ['office', 'school_admin', 'registrar'] as const

/** A teacher's move between two schools of the district (区内调动). The office may write one that is accepted at once. */
export const TRANSFER: Machine<TransferState, TransferAction> = {
  entity: 'transfer',
  title: '区内调动',
  initial: 'proposed',
  alsoInitial: ['accepted'],
  states: {
    proposed: '等待调入学校接收',
    accepted: '已接收，教师已转入',
    refused: '调入学校未接收',
    withdrawn: '调出方已撤回',
  },
  moves: [
    {
      action: 'accept',
      from: ['proposed'],
      to: 'accepted',
      roles: SIDES,
      guard: { fact: 'receives', refusal: 'forbidden' },
      meaning: '接收',
    },
    {
      action: 'refuse',
      from: ['proposed'],
      to: 'refused',
      roles: SIDES,
      guard: { fact: 'receives', refusal: 'forbidden' },
      note: 'required',
      meaning: '不接收',
    },
    {
      action: 'withdraw',
      from: ['proposed'],
      to: 'withdrawn',
      roles: SIDES,
      guard: { fact: 'sends', refusal: 'forbidden' },
      meaning: '撤回',
    },
  ],
  waits: { proposed: [{ role: 'school_admin', days: 7 }] },
}
