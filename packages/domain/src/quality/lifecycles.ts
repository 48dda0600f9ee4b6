import type { Machine } from '../shared/machine.ts'

export type RubricState = 'draft' | 'published' | 'retired'
export type RubricAction = 'publish' | 'retire'

/** The life of a rubric version (指标体系): a published one never changes. */
export const RUBRIC: Machine<RubricState, RubricAction> = {
  entity: 'rubric',
  title: '指标体系',
  initial: 'draft',
  states: { draft: '编制中', published: '已发布，不再改动', retired: '停用' },
  moves: [
    { action: 'publish', from: ['draft'], to: 'published', roles: ['office'], meaning: '发布' },
    { action: 'retire', from: ['draft', 'published'], to: 'retired', roles: ['office'], meaning: '停用' },
  ],
  waits: {},
}

export type PanelState = 'scoring' | 'concluded'
export type PanelAction = 'conclude' | 'reconclude'

/** The life of a panel (评审组). Concluded again only after a late conflict took a sheet away, while its items are still only ranked. */
export const PANEL: Machine<PanelState, PanelAction> = {
  entity: 'panel',
  title: '评审组',
  initial: 'scoring',
  states: { scoring: '专家评分中', concluded: '已汇总排名' },
  moves: [
    {
      action: 'conclude',
      from: ['scoring'],
      to: 'concluded',
      roles: ['office'],
      guard: { fact: 'readyToConclude', refusal: 'sheets-missing' },
      meaning: '汇总评分并排名',
    },
    {
      action: 'reconclude',
      from: ['concluded'],
      to: 'concluded',
      roles: ['office'],
      guard: { fact: 'sheetVoided', refusal: 'state-refuses' },
      note: 'required',
      continues: true,
      meaning: '评分表作废后重新汇总',
    },
  ],
  waits: { scoring: [{ role: 'office' }] },
}

export type ScoresheetState = 'assigned' | 'declared' | 'submitted' | 'recused' | 'replaced' | 'voided'
export type ScoresheetAction = 'declare' | 'recuse' | 'submit' | 'reopen' | 'replace' | 'void'

/** The life of a scoresheet (评分表): the declaration comes before the content. */
export const SCORESHEET: Machine<ScoresheetState, ScoresheetAction> = {
  entity: 'scoresheet',
  title: '评分表',
  initial: 'assigned',
  states: {
    assigned: '已分配，等待专家声明有无利益冲突',
    declared: '已声明无冲突，评分中',
    submitted: '已提交封存',
    recused: '已回避，不得查看材料',
    replaced: '已换由其他专家评分',
    voided: '因利益冲突作废，不计入汇总',
  },
  moves: [
    { action: 'declare', from: ['assigned'], to: 'declared', roles: ['expert'], meaning: '声明无利益冲突' },
    {
      action: 'recuse',
      from: ['assigned', 'declared'],
      to: 'recused',
      roles: ['expert', 'office'],
      note: 'required',
      meaning: '回避',
    },
    { action: 'submit', from: ['declared'], to: 'submitted', roles: ['expert'], meaning: '提交评分' },
    { action: 'reopen', from: ['submitted'], to: 'declared', roles: ['office'], note: 'required', meaning: '退回重评' },
    {
      action: 'replace',
      from: ['assigned', 'declared'],
      to: 'replaced',
      roles: ['office'],
      note: 'required',
      meaning: '换一位专家',
    },
    {
      action: 'void',
      from: ['submitted'],
      to: 'voided',
      roles: ['expert', 'office'],
      note: 'required',
      meaning: '事后发现利益冲突，作废',
    },
  ],
  waits: { assigned: [{ role: 'expert', days: 3 }], declared: [{ role: 'expert', days: 7 }] },
}
