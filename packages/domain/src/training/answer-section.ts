import type { AttachmentCard, FormField, FormValue } from '../calls/design/form.ts'
import { ROW_COLUMNS } from '../calls/design/form-columns.ts'
import { decimalText, fenOf, hundredthsOf, yuanText } from '../money/exact-figures.ts'
import { TRAINER_TITLE_WORDS, type TrainerTitle } from '../money/lecture-fee.ts'
import { budgetItemName } from './agreement-text.ts'
import type { PageSection } from './archive-page.ts'

const COLUMN_TITLES: Readonly<Record<string, string>> = {
  'people.name': '姓名',
  'people.unit': '单位',
  'people.duty': '职责',
  'milestones.text': '任务',
  'milestones.from': '开始',
  'milestones.to': '结束',
  'courses.title': '专题',
  'courses.module': '模块',
  'courses.trainer': '授课人',
  'courses.trainerTitle': '职称',
  'courses.hours': '学时',
  'courses.halfDays': '半天数',
  'courses.joint': '合班',
  'courses.fee': '讲课费（每学时）',
  'budget.item': '科目',
  'budget.amount': '金额',
  'budget.basis': '测算依据',
  'file.attachment': '附件',
}

type Column = { key: string; title: string; type: string }

function columnsOf(field: FormField): Column[] {
  const fixed = ROW_COLUMNS[field.type]
  if (!fixed) return field.columns ?? []
  return fixed.map(({ key, type }) => ({ key, type, title: COLUMN_TITLES[`${field.type}.${key}`] ?? key }))
}

function plainText(type: string, value: FormValue | undefined): string {
  if (value === null || value === undefined || Array.isArray(value)) return ''
  const fen = type === 'money' ? fenOf(value) : null
  if (fen !== null) return yuanText(fen)
  const hundredths = hundredthsOf(value)
  return hundredths === null ? String(value) : decimalText(hundredths)
}

/** A code of a column as people read it. */
function cellText(
  field: FormField,
  column: Column,
  value: string | number | null | undefined,
  files: readonly AttachmentCard[],
): string {
  const text = plainText(column.type, value)
  const cell = `${field.type}.${column.key}`
  if (cell === 'budget.item') return budgetItemName(text)
  if (cell === 'courses.trainerTitle')
    return Object.hasOwn(TRAINER_TITLE_WORDS, text) ? TRAINER_TITLE_WORDS[text as TrainerTitle] : text
  return cell === 'file.attachment' ? (files.find(({ id }) => id === text)?.name ?? text) : text
}

/** An answer of a form as a part of a page: what the field asked and what was handed in. */
export function answerSection(
  field: FormField,
  value: FormValue | undefined,
  files: readonly AttachmentCard[],
): PageSection {
  if (!Array.isArray(value)) return { heading: field.title, text: plainText(field.type, value) }
  const columns = columnsOf(field)
  return {
    heading: field.title,
    head: columns.map(({ title }) => title),
    rows: value.map((row) => columns.map((column) => cellText(field, column, row[column.key], files))),
  }
}
