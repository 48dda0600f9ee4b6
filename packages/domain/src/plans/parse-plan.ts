import { type DatePhrase, findDatePhrases } from './date-phrases.ts'
import { readTableRows, type TableRow } from './table-rows.ts'

/** Days `from`–`to` (both included, China) with the words of the plan that name them. */
type PlanSpan = { text: string; from: string; to: string }

/**
 * One row of an annual plan. `milestones` are the dated steps; `windows` are phrases like 全年 that bound the work and
 * date nothing. `dueText` and `schedule` keep the original words. A doubt is a key that a person settles:
 * `due-missing`, `due-unclear`, `schedule-missing`, `date-unclear`, `date-impossible`, `range-crosses-year`,
 * `month-word-missing`, `summer-assumed-july-august`, `no-dated-milestone`, `milestone-after-due`, `number-out-of-order`.
 */
export type PlanItem = {
  no: number
  category: string
  title: string
  due: string | null
  dueText: string
  schedule: string
  milestones: PlanSpan[]
  windows: PlanSpan[]
  doubts: string[]
}

/** A row that breaks off: told with its line and words, never completed. */
type IncompletePlanRow = { line: number; no: number | null; text: string; missing: string[] }

export type ParsedPlan = { items: PlanItem[]; incomplete: IncompletePlanRow[] }

/** Reads the pasted or imported text of a plan table for a calendar year; see `readTableRows` for the accepted shapes. */
export function parsePlan(text: string, year: number): ParsedPlan {
  const items: PlanItem[] = []
  const incomplete: IncompletePlanRow[] = []
  let category = ''
  for (const row of readTableRows(text)) {
    category = row.cells[1] || category
    const missing = missingOf(row)
    if (missing.length > 0) incomplete.push(incompleteRow(row, missing))
    else items.push(planItem(row, category, year, (items.at(-1)?.no ?? 0) + 1))
  }
  return { items, incomplete }
}

function missingOf({ cells: [no, , title, due, schedule] }: TableRow): string[] {
  const missing: string[] = []
  if (!/^\d+$/.test(no)) missing.push('no')
  if (title === '') missing.push('title')
  if (due === '' && schedule === '') missing.push('due', 'schedule')
  return missing
}

function incompleteRow({ line, cells }: TableRow, missing: string[]): IncompletePlanRow {
  const no = /^\d+$/.test(cells[0]) ? Number(cells[0]) : null
  return { line, no, text: cells.filter((cell) => cell !== '').join(' '), missing }
}

function planItem({ cells }: TableRow, category: string, year: number, expectedNo: number): PlanItem {
  const [no, , title, dueText, schedule] = cells
  const due = readDue(dueText, year)
  const steps = readSchedule(schedule, year)
  const doubts = [...due.doubts, ...steps.doubts]
  if (schedule === '') doubts.push('schedule-missing')
  else if (steps.milestones.length === 0) doubts.push('no-dated-milestone')
  const deadline = due.date
  if (deadline !== null && steps.milestones.some((step) => step.to > deadline)) doubts.push('milestone-after-due')
  if (Number(no) !== expectedNo) doubts.push('number-out-of-order')
  const { milestones, windows } = steps
  const distinct = [...new Set(doubts)]
  return { no: Number(no), category, title, due: deadline, dueText, schedule, milestones, windows, doubts: distinct }
}

function readDue(text: string, year: number): { date: string | null; doubts: string[] } {
  if (text === '') return { date: null, doubts: ['due-missing'] }
  const { phrases, doubts } = findDatePhrases(text, year)
  const dated = phrases.filter((phrase) => phrase.kind === 'dated')
  const [only] = dated
  if (!only || dated.length > 1) return { date: null, doubts: ['due-unclear', ...doubts] }
  return { date: only.to, doubts: [...only.doubts, ...doubts] }
}

function readSchedule(
  schedule: string,
  year: number,
): { milestones: PlanSpan[]; windows: PlanSpan[]; doubts: string[] } {
  const milestones: PlanSpan[] = []
  const windows: PlanSpan[] = []
  const doubts: string[] = []
  for (const sentence of schedule.split(/[;；。\n]/)) {
    for (const { text, phrases, doubts: own } of clausesOf(sentence, year)) {
      doubts.push(...own, ...phrases.flatMap((phrase) => phrase.doubts))
      for (const { kind, from, to } of phrases) (kind === 'dated' ? milestones : windows).push({ text, from, to })
    }
  }
  return { milestones, windows, doubts }
}

type Clause = { text: string; phrases: DatePhrase[]; doubts: string[] }

/** Parts between commas and colons; a part without a date belongs to the dated one before it, else to the one after. */
function clausesOf(sentence: string, year: number): Clause[] {
  const clauses: Clause[] = []
  let lead = ''
  for (const [part = ''] of sentence.matchAll(/[^,，:：]*[,，:：]?/g)) {
    const { phrases, doubts } = findDatePhrases(part, year)
    const last = clauses.at(-1)
    if (phrases.length + doubts.length > 0) {
      clauses.push({ text: lead + part, phrases, doubts })
      lead = ''
    } else if (last) last.text += part
    else lead += part
  }
  return clauses.map((clause) => ({ ...clause, text: clause.text.replace(/[,，:：\s]+$/, '').trim() }))
}
