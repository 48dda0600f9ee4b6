import type { Machine } from '../shared/machine.ts'
import type { ProjectState } from './project.ts'

export type AmendmentState = 'proposed_by_unit' | 'proposed_by_office' | 'approved' | 'refused' | 'withdrawn'
export type AmendmentAction = 'approve' | 'refuse' | 'withdraw'

/** States of a project in which its agreement may still change. */
export const AMENDABLE: readonly ProjectState[] = ['approved', 'preparing', 'running', 'suspended']

const GOING = { fact: 'projectGoing', refusal: 'state-refuses' } as const
const UNIT = ['school_admin', 'provider'] as const

/** The life of an amendment (任务书变更): what one side proposes only the other side approves. */
export const AMENDMENT: Machine<AmendmentState, AmendmentAction> = {
  entity: 'amendment',
  title: '任务书变更',
  initial: 'proposed_by_unit',
  alsoInitial: ['proposed_by_office'],
  states: {
    proposed_by_unit: '承担单位提出，等待教育局决定',
    proposed_by_office: '教育局提出，等待承担单位确认',
    approved: '双方同意，新的任务书生效',
    refused: '对方不同意，原任务书继续有效',
    withdrawn: '提出方已撤回',
  },
  moves: [
    {
      action: 'approve',
      from: ['proposed_by_unit'],
      to: 'approved',
      roles: ['office'],
      guard: GOING,
      meaning: '同意变更',
    },
    {
      action: 'approve',
      from: ['proposed_by_office'],
      to: 'approved',
      roles: UNIT,
      guard: GOING,
      meaning: '确认变更',
    },
    {
      action: 'refuse',
      from: ['proposed_by_unit'],
      to: 'refused',
      roles: ['office'],
      note: 'required',
      meaning: '不同意变更',
    },
    {
      action: 'refuse',
      from: ['proposed_by_office'],
      to: 'refused',
      roles: UNIT,
      note: 'required',
      meaning: '不接受变更',
    },
    { action: 'withdraw', from: ['proposed_by_unit'], to: 'withdrawn', roles: UNIT, meaning: '撤回变更' },
    { action: 'withdraw', from: ['proposed_by_office'], to: 'withdrawn', roles: ['office'], meaning: '撤回变更' },
  ],
  waits: {
    proposed_by_unit: [{ role: 'office', days: 7 }],
    proposed_by_office: [
      { role: 'school_admin', days: 7 },
      { role: 'provider', days: 7 },
    ],
  },
}
