import './pager.css'
import { formatNumber } from '../words/format.ts'
import { t } from '../words/words.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

export interface PagerProps {
  /** Undefined on the first page. */
  onPrevious?: (() => void) | undefined
  /** Undefined on the last page. */
  onNext?: (() => void) | undefined
  /** 共 n 条, when the server counts. */
  total?: number | undefined
  busy?: boolean | undefined
}

/** Keyset paging: backward and forward, no page numbers to promise. */
export function Pager({ onPrevious, onNext, total, busy }: PagerProps) {
  return (
    <nav class="pager" aria-label={t('ui.paging')}>
      {total !== undefined && <span>{t('ui.total', { n: formatNumber(total) })}</span>}
      <div class="row">
        <Button size="small" icon="left" disabled={!onPrevious || busy} onClick={onPrevious}>
          {t('ui.previous')}
        </Button>
        <Button size="small" disabled={!onNext || busy} onClick={onNext}>
          {t('ui.next')}
          <Icon name="right" />
        </Button>
      </div>
    </nav>
  )
}
