import './data-table.css'
import type { ComponentChildren } from 'preact'
import { t } from '../words/words.ts'
import { Button } from './button.tsx'

export interface TableSelectionProps {
  count: number
  onClear: () => void
  children?: ComponentChildren
}

/** The bar of batch actions. */
export function TableSelection({ count, onClear, children }: TableSelectionProps) {
  return (
    <section class="batch-bar" aria-label={t('ui.batch')}>
      <strong role="status">{t('ui.selected', { n: count })}</strong>
      {children}
      <Button kind="text" size="small" onClick={onClear}>
        {t('ui.clearSelection')}
      </Button>
    </section>
  )
}
