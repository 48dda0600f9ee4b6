import { BUDGET_ITEM_CODES } from '../../money/budget-items.ts'
import { TRAINER_TITLES } from '../../money/lecture-fee.ts'
import type { FieldType } from './form.ts'

/** A column of rows; `choices` are the codes that a cell may hold. */
export type FormColumn = { key: string; type: string; required?: boolean; choices?: readonly string[] }

/**
 * The columns of the types whose rows the rules read, whatever the field says. The agreement freezes every milestone with
 * its dates, and a conflict of interest is found by name: these have no gaps. Money is in fen, hours in decimals.
 */
export const ROW_COLUMNS: Partial<Record<FieldType, readonly FormColumn[]>> = {
  people: [
    { key: 'name', type: 'text', required: true },
    { key: 'unit', type: 'text' },
    { key: 'duty', type: 'text' },
  ],
  milestones: [
    { key: 'text', type: 'text', required: true },
    { key: 'from', type: 'date', required: true },
    { key: 'to', type: 'date', required: true },
  ],
  courses: [
    { key: 'title', type: 'text', required: true },
    { key: 'module', type: 'text', required: true },
    { key: 'trainer', type: 'text' },
    { key: 'trainerTitle', type: 'text', choices: TRAINER_TITLES },
    { key: 'hours', type: 'number', required: true },
    { key: 'halfDays', type: 'number' },
    { key: 'joint', type: 'text' },
    { key: 'fee', type: 'money' },
  ],
  budget: [
    { key: 'item', type: 'text', required: true, choices: BUDGET_ITEM_CODES },
    { key: 'amount', type: 'money', required: true },
    { key: 'basis', type: 'text' },
  ],
  file: [{ key: 'attachment', type: 'text', required: true }],
}
