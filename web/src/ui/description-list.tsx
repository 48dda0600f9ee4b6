import './description-list.css'
import type { ComponentChildren } from 'preact'
import { t } from '../words/words.ts'

interface Description {
  label: string
  /** Nothing shows as —. */
  value: ComponentChildren
  /** Over the whole width, for a long text or a table. */
  wide?: boolean | undefined
}

export interface DescriptionListProps {
  items: readonly Description[]
  /** One item a line. */
  single?: boolean | undefined
}

export function DescriptionList({ items, single }: DescriptionListProps) {
  return (
    <dl class={`description-list${single ? ' description-list-1' : ''}`}>
      {items.map(({ label, value, wide }) => (
        <div key={label} class={wide ? 'wide' : undefined}>
          <dt>{label}</dt>
          <dd>{value === null || value === undefined || value === '' ? t('ui.none') : value}</dd>
        </div>
      ))}
    </dl>
  )
}
