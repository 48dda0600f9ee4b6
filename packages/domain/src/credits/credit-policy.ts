import type { Machine } from '../shared/machine.ts'

export type PolicyState = 'draft' | 'published' | 'retired'
export type PolicyAction = 'publish' | 'retire'

/** The life of a version of a credit policy (学分办法): a published one never changes, the next version replaces it. */
export const POLICY: Machine<PolicyState, PolicyAction> = {
  entity: 'policy',
  title: '学分办法',
  initial: 'draft',
  states: { draft: '草稿', published: '已发布', retired: '已停用' },
  moves: [
    {
      action: 'publish',
      from: ['draft'],
      to: 'published',
      roles: ['office'],
      guard: { fact: 'policy_consistent', refusal: 'policy-contradicts' },
      meaning: '发布，按新办法重新计算',
    },
    { action: 'retire', from: ['published'], to: 'retired', roles: ['office'], meaning: '停用' },
  ],
  waits: {},
}
