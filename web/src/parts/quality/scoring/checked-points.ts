import { wordFor } from '../../../words/words.ts'
import { pointsText } from '../hundredths.ts'
import type { Visit } from '../inspections/visit-store.ts'

type CheckItem = Visit['checklist'][number]

/** `8.5 / 10`, for what is taken off or added which of the two, and for a veto whether it is raised. */
export function checkedPoints(item: CheckItem, figure: number): string {
  if (item.kind === 'veto') return wordFor('vetoAnswer', figure > 0 ? 'yes' : 'no')
  const points = `${pointsText(figure)} / ${pointsText(item.max)}`
  return item.nature === 'deduction' || item.nature === 'bonus'
    ? `${wordFor('checkNature', item.nature)} ${points}`
    : points
}
