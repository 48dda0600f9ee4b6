import type { Machine } from '../shared/machine.ts'

export type RosterImportState = 'staging' | 'checked' | 'applying' | 'done' | 'undoing' | 'undone' | 'discarded'
export type RosterImportAction = 'check' | 'apply' | 'finish' | 'undo' | 'unwind' | 'discard'

/** Rows that one import may bring. */
export const IMPORT_ROWS = 20_000
/** Rows that one request may stage. */
export const STAGED_AT_ONCE = 1000
/** Rows that one step writes or takes back. */
export const APPLIED_AT_ONCE = 500

const IMPORTERS = ['office', 'school_admin', 'registrar'] as const

/** What became of a row when it was compared with the roster. */
export const ROW_OUTCOMES = ['new', 'changed', 'same', 'wrong'] as const
export type RowOutcome = (typeof ROW_OUTCOMES)[number]

/** Where a row that is to be written stands; `kept` and `reverted` come of an undo. */
export const ROW_STAGES = ['idle', 'waiting', 'applied', 'reverted', 'kept'] as const
export type RowStage = (typeof ROW_STAGES)[number]

/** The life of an import of the roster (教师批量导入): nothing is written before `apply`, and the last one can be taken back. */
export const ROSTER_IMPORT: Machine<RosterImportState, RosterImportAction> = {
  entity: 'roster_import',
  title: '教师批量导入',
  initial: 'staging',
  states: {
    staging: '正在读入并检查',
    checked: '检查完毕，等待确认写入',
    applying: '正在写入',
    done: '已写入',
    undoing: '正在撤回',
    undone: '已撤回',
    discarded: '已放弃，没有写入',
  },
  moves: [
    {
      action: 'check',
      from: ['staging'],
      to: 'checked',
      roles: IMPORTERS,
      via: 'roster_import.stage',
      meaning: '全部读入并检查完毕',
    },
    { action: 'apply', from: ['checked'], to: 'applying', roles: IMPORTERS, meaning: '确认写入' },
    { action: 'finish', from: ['applying'], to: 'done', roles: IMPORTERS, via: 'roster_import.step', meaning: '写完' },
    {
      action: 'undo',
      from: ['applying', 'done'],
      to: 'undoing',
      roles: IMPORTERS,
      guard: { fact: 'last', refusal: 'import-not-last' },
      meaning: '撤回这次导入',
    },
    {
      action: 'unwind',
      from: ['undoing'],
      to: 'undone',
      roles: IMPORTERS,
      via: 'roster_import.step',
      meaning: '撤回完毕',
    },
    { action: 'discard', from: ['staging', 'checked'], to: 'discarded', roles: IMPORTERS, meaning: '放弃' },
  ],
  waits: {},
}
