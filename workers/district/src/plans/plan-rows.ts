import { type PlanItem, parsePlan } from '@shixun/domain/plans/parse-plan'

/** Numbers of rows stay small enough to be read; a longer one is no number of a table. */
const LARGEST_NO = 9999

/** A row that was not taken; `line` is null where the table was read but the place of the row is not known any more. */
type RowToldBack = { line: number | null; no: number | null; text: string; missing: string[] }

export type PlanReading = { sound: PlanItem[]; incomplete: RowToldBack[] }

/** The words of the schedule and of the deadline as they stood in the table. */
export function originalOf({ dueText, schedule }: PlanItem): string {
  return [dueText, schedule].filter((words) => words !== '').join('\n')
}

/**
 * Reads a plan table. A row that breaks off, or whose number stands twice, is told and not taken: which of two was
 * meant is for a person to say.
 */
export function readPlan(text: string, year: number): PlanReading {
  const { items, incomplete } = parsePlan(text, year)
  const sound = new Map<number, PlanItem>()
  const told: RowToldBack[] = [...incomplete]
  for (const item of items) {
    const { no } = item
    const words = [no, item.category, item.title, item.dueText, item.schedule].filter((cell) => cell !== '').join(' ')
    if (no > LARGEST_NO) told.push({ line: null, no: null, text: words, missing: ['no'] })
    else if (sound.has(no)) told.push({ line: null, no, text: words, missing: ['unique-no'] })
    else sound.set(no, item)
  }
  return { sound: [...sound.values()].sort((a, b) => a.no - b.no), incomplete: told }
}
