import type { SheetColumn } from '@shixun/contract/route'
import { chinaTime } from '@shixun/domain/shared/china-time'
import type { WrittenCell, WrittenColumn } from './documents.ts'

/** The values at a path such as `memberships.role`: a step through a list takes every member of it. */
function valuesAt(item: unknown, path: string): unknown[] {
  return path.split('.').reduce<unknown[]>(
    (values, step) =>
      values.flatMap((value) => {
        const next = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined
        return next === null || next === undefined ? [] : Array.isArray(next) ? next : [next]
      }),
    [item],
  )
}

function single(value: unknown, { as = 'text', words }: SheetColumn): WrittenCell {
  if (as === 'yesno') return value ? '是' : '否'
  if (typeof value === 'number') return as === 'money' ? value / 100 : value
  if (typeof value === 'string') return as === 'instant' ? chinaTime(value) : (words?.[value] ?? value)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** One member of an item as people read it: words for codes, instants in China time, 分 as 元. */
export function sheetCell(item: unknown, column: SheetColumn): WrittenCell {
  const cells = valuesAt(item, column.key).map((value) => single(value, column))
  const [first = null] = cells
  return cells.length > 1 || column.as === 'list' ? cells.join('、') || null : first
}

const WRITTEN: Partial<Record<NonNullable<SheetColumn['as']>, WrittenColumn['as']>> = {
  number: 'number',
  money: 'decimal',
}

/** The column as the documents worker writes it. */
export function writtenColumn({ title, width, as = 'text' }: SheetColumn): WrittenColumn {
  return { title, as: WRITTEN[as] ?? 'text', ...(width === undefined ? {} : { width }) }
}
