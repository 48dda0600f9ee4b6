import { Drawer } from '../../../ui/drawer.tsx'
import { t } from '../../../words/words.ts'
import type { Filter, Scoring } from './scoring-sheets.ts'
import { progressText, SheetList } from './sheet-list.tsx'

export interface SheetDrawerProps {
  scoring: Scoring
  filter: Filter
  onFilter: (filter: Filter) => void
  current: string
  onClose: () => void
}

/** All sheets of the panel at the side of the one on the screen. */
export function SheetDrawer({ scoring, filter, onFilter, current, onClose }: SheetDrawerProps) {
  return (
    <Drawer open title={t('scoring.all')} onClose={onClose}>
      <p>{progressText(scoring)}</p>
      <SheetList scoring={scoring} filter={filter} onFilter={onFilter} current={current} />
    </Drawer>
  )
}
