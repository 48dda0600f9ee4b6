import type { Machine } from '../shared/machine.ts'
import type { TeacherState } from './teacher-states.ts'

export type TeacherAction = 'leave' | 'restore' | 'depart' | 'lock' | 'unlock' | 'erase'

const SCHOOLS = ['office', 'school_admin', 'registrar'] as const

/** The life of a teacher in the roster (教师). The ledger of hours stays whatever becomes of the row. */
export const TEACHER: Machine<TeacherState, TeacherAction> = {
  entity: 'teacher',
  title: '教师',
  initial: 'active',
  states: {
    active: '在册',
    left: '已离职或退休',
    moved: '已调往外区，档案随人转出',
    locked: '已封存，资料停止使用',
    erased: '个人资料已删除，学时台账保留',
  },
  moves: [
    { action: 'leave', from: ['active'], to: 'left', roles: SCHOOLS, note: 'required', meaning: '离职、退休' },
    { action: 'restore', from: ['left', 'moved'], to: 'active', roles: SCHOOLS, note: 'required', meaning: '恢复在册' },
    {
      action: 'depart',
      from: ['active', 'left'],
      to: 'moved',
      roles: ['office'],
      guard: { fact: 'no_open_transfer', refusal: 'transfer-open' },
      note: 'required',
      meaning: '调往外区，转出个人档案',
    },
    {
      action: 'lock',
      from: ['active', 'left', 'moved'],
      to: 'locked',
      roles: ['office'],
      note: 'required',
      meaning: '封存',
    },
    { action: 'unlock', from: ['locked'], to: 'active', roles: ['office'], note: 'required', meaning: '解除封存' },
    {
      action: 'erase',
      from: ['left', 'moved', 'locked'],
      to: 'erased',
      roles: ['office'],
      note: 'required',
      meaning: '删除个人资料',
    },
  ],
  waits: {},
}
