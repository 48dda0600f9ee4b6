import type { SheetColumn } from '../route.ts'
import { SHEET_WORDS } from '../sheet-words.ts'

/** The columns that exported lists are made of; widths are in characters. */
export const text = (key: string, title: string, width?: number): SheetColumn => ({
  key,
  title,
  ...(width === undefined ? {} : { width }),
})
export const number = (key: string, title: string): SheetColumn => ({ key, title, as: 'number', width: 10 })
export const instant = (key: string, title: string): SheetColumn => ({ key, title, as: 'instant', width: 18 })
export const list = (key: string, title: string, width = 24): SheetColumn => ({ key, title, as: 'list', width })
/** A code, shown in the words of its group. */
export const coded = (key: string, title: string, group: keyof typeof SHEET_WORDS): SheetColumn => ({
  key,
  title,
  words: SHEET_WORDS[group],
  width: 14,
})
