import type { Machine } from '../shared/machine.ts'

export type ListingState = 'candidate' | 'reserve' | 'flagship' | 'warned' | 'removed'
export type ListingAction = 'reserve' | 'promote' | 'warn' | 'keep' | 'remove'

/** The life of a listing (精品项目) in the tenant of its curator, domain.md §8. The shelf shows what this table decided. */
export const LISTING: Machine<ListingState, ListingAction> = {
  entity: 'listing',
  title: '精品项目',
  initial: 'candidate',
  states: {
    candidate: '候选，尚未入库',
    reserve: '后备项目，各区县可见',
    flagship: '精品项目，各区县可见可承接',
    warned: '年度复核预警',
    removed: '已移出',
  },
  moves: [
    { action: 'reserve', from: ['candidate'], to: 'reserve', roles: ['curator'], meaning: '列为后备' },
    { action: 'promote', from: ['reserve'], to: 'flagship', roles: ['curator'], meaning: '列为精品' },
    {
      action: 'warn',
      from: ['flagship'],
      to: 'warned',
      roles: ['curator'],
      note: 'required',
      meaning: '复核预警',
    },
    { action: 'keep', from: ['warned'], to: 'flagship', roles: ['curator'], note: 'required', meaning: '复核保留' },
    {
      action: 'remove',
      from: ['reserve', 'flagship', 'warned'],
      to: 'removed',
      roles: ['curator'],
      note: 'required',
      meaning: '移出',
    },
  ],
  waits: { candidate: [{ role: 'curator', days: 30 }] },
}

/** Bands that let a project be nominated: `good` or better (domain.md §8). */
export const NOMINABLE_BANDS: readonly string[] = ['excellent', 'good']

/** States of a project whose evaluation stands. */
export const EVALUATED_STATES: readonly string[] = ['evaluated', 'archived']
