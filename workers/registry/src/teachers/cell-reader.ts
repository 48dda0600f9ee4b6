import { readDay } from '@shixun/domain/teachers/periods'

/** A cell of an imported row, as the contract lets it in. */
export type Cell = string | number | boolean | null | undefined

/** What is wrong with a cell; `row` counts from 1 in the rows as sent. */
export type CellProblem = { row: number; column: string; problem: string; limit?: number }

/** Reads the cells of one row and gathers every problem, so that a person corrects a row once. */
export function cellReader<Row extends Record<string, Cell>>(cells: Row, row: number) {
  type Column = keyof Row & string
  const problems: CellProblem[] = []
  const wrong = (column: Column, problem: string, limit?: number): '' => {
    problems.push({ row, column, problem, ...(limit === undefined ? {} : { limit }) })
    return ''
  }
  const blank = (column: Column) => {
    const value = cells[column]
    return value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
  }
  const text = (column: Column, maximum: number): string => {
    const value = cells[column]
    if (blank(column)) return wrong(column, 'required')
    if (typeof value !== 'string') return wrong(column, 'not_text')
    const trimmed = value.trim()
    // the reader of workbooks hands a formula over as text and never works it out
    if (trimmed.startsWith('=')) return wrong(column, 'formula_cell')
    if (trimmed.length > maximum) return wrong(column, 'too_long', maximum)
    return /\p{Cc}|\p{Cs}/u.test(trimmed) ? wrong(column, 'wrong_format') : trimmed
  }
  /** A code without check digit loses nothing in a numeric cell, unlike an 18-digit number. */
  const code = (column: Column): string => {
    const value = cells[column]
    return Number.isSafeInteger(value) ? String(value) : text(column, 20)
  }
  const choice = <Key extends string>(column: Column, choices: Readonly<Record<string, Key>>): Key | '' => {
    const written = text(column, 40)
    if (written === '') return ''
    return Object.hasOwn(choices, written) ? (choices[written] ?? '') : wrong(column, 'not_a_choice')
  }
  /** A number in a cell of a day is none: a workbook's own dates come in as text. */
  const day = (column: Column): string => {
    if (typeof cells[column] === 'number') return wrong(column, 'not_a_date')
    const written = text(column, 20)
    return written === '' ? '' : (readDay(written) ?? wrong(column, 'not_a_date'))
  }
  /** Several words in one cell, each once, however they are set apart. */
  const several = (column: Column, most: number, longest: number): string[] => {
    const written = text(column, most * (longest + 1))
    if (written === '') return []
    const words = [...new Set(written.split(/[\s、,，;；]+/))].filter((word) => word !== '')
    if (words.length === 0) wrong(column, 'wrong_format')
    if (words.length > most) wrong(column, 'too_many', most)
    if (words.some((word) => word.length > longest)) wrong(column, 'too_long', longest)
    return words
  }
  const choices = <Key extends string>(column: Column, known: Readonly<Record<string, Key>>): Key[] => {
    const keys = several(column, Object.keys(known).length, 40).map((word) =>
      Object.hasOwn(known, word) ? known[word] : undefined,
    )
    if (keys.includes(undefined)) wrong(column, 'not_a_choice')
    return [...new Set(keys.filter((key) => key !== undefined))]
  }
  return { problems, wrong, blank, text, code, choice, day, several, choices }
}

type Phase = 'kindergarten' | 'primary' | 'junior' | 'senior' | 'vocational' | 'special'

/** Phases of schooling as tables write them. */
export const PHASE_WORDS: Readonly<Record<string, Phase>> = {
  kindergarten: 'kindergarten',
  primary: 'primary',
  junior: 'junior',
  senior: 'senior',
  vocational: 'vocational',
  special: 'special',
  幼儿园: 'kindergarten',
  学前: 'kindergarten',
  小学: 'primary',
  初中: 'junior',
  高中: 'senior',
  普通高中: 'senior',
  中职: 'vocational',
  中等职业: 'vocational',
  特教: 'special',
  特殊教育: 'special',
}
