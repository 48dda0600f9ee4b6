import type { Machine } from '../shared/machine.ts'

export type ProjectState =
  | 'approved'
  | 'preparing'
  | 'running'
  | 'concluding'
  | 'completed'
  | 'evaluated'
  | 'archived'
  | 'suspended'
  | 'terminated'

export type ProjectAction =
  | 'prepare'
  | 'start'
  | 'conclude'
  | 'complete'
  | 'evaluate'
  | 'archive'
  | 'suspend'
  | 'resume'
  | 'terminate'

/** The life of a project (培训项目), domain.md §3. */
export const PROJECT: Machine<ProjectState, ProjectAction> = {
  entity: 'project',
  title: '培训项目',
  initial: 'approved',
  states: {
    approved: '已立项，任务书待确认',
    preparing: '筹备中',
    running: '实施中',
    concluding: '已结束培训，整理结项材料',
    completed: '已结项，等待评估',
    evaluated: '已评估',
    archived: '已归档',
    suspended: '暂停',
    terminated: '终止',
  },
  moves: [
    {
      action: 'prepare',
      from: ['approved'],
      to: 'preparing',
      roles: ['school_admin', 'provider'],
      meaning: '确认任务书，开始筹备',
    },
    { action: 'start', from: ['preparing'], to: 'running', roles: ['school_admin', 'provider'], meaning: '开班' },
    {
      action: 'conclude',
      from: ['running'],
      to: 'concluding',
      roles: ['school_admin', 'provider'],
      meaning: '提交结项材料',
    },
    { action: 'complete', from: ['concluding'], to: 'completed', roles: ['office'], meaning: '同意结项' },
    { action: 'evaluate', from: ['completed'], to: 'evaluated', roles: ['office'], meaning: '评估' },
    { action: 'archive', from: ['evaluated'], to: 'archived', roles: ['office'], meaning: '归档' },
    {
      action: 'suspend',
      from: ['preparing', 'running'],
      to: 'suspended',
      roles: ['office'],
      note: 'required',
      meaning: '暂停',
    },
    { action: 'resume', from: ['suspended'], to: 'running', roles: ['office'], note: 'required', meaning: '恢复' },
    {
      action: 'terminate',
      from: ['approved', 'preparing', 'running', 'concluding', 'suspended'],
      to: 'terminated',
      roles: ['office'],
      note: 'required',
      meaning: '终止',
    },
  ],
  waits: {
    approved: [
      { role: 'school_admin', days: 7 },
      { role: 'provider', days: 7 },
    ],
    concluding: [{ role: 'office', days: 7 }],
    completed: [{ role: 'office' }],
  },
}
