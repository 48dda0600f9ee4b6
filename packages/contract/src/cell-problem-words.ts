import { FIELD_PROBLEMS } from './field-problem.ts'
import type { TemplateColumn } from './import-templates.ts'

type CellProblem = { column: string; problem: string; limit?: number | undefined }

/** What is wrong with a cell, in words; of a column with choices also which they are. */
export function cellProblemWords(columns: readonly TemplateColumn[], { column, problem, limit }: CellProblem): string {
  const text = (FIELD_PROBLEMS[problem] ?? problem).replace('{limit}', String(limit ?? ''))
  const choices = problem === 'not_a_choice' ? columns.find(({ key }) => key === column)?.choices : undefined
  return choices === undefined ? text : `${text}：${choices.join('、')}`
}
