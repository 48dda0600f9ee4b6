import './empty-state.css'
import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

const marks = { empty: 'inbox', search: 'search', forbidden: 'lock', error: 'warn', offline: 'cloud' } as const

export interface EmptyStateProps {
  title: string
  /** What to do next. */
  help?: ComponentChildren
  action?: ComponentChildren
  kind?: keyof typeof marks | undefined
}

/** In place of a list or a card; `ResultPage` is for a whole page. */
export function EmptyState({ title, help, action, kind = 'empty' }: EmptyStateProps) {
  return (
    <div class="empty">
      <Icon name={marks[kind]} size={44} />
      <p class="empty-title">{title}</p>
      {help && <p>{help}</p>}
      {action && <div class="empty-action">{action}</div>}
    </div>
  )
}
