import './callout.css'
import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

const marks = { info: 'info', success: 'done', warning: 'warn', error: 'error' } as const

export interface CalloutProps {
  kind?: keyof typeof marks | undefined
  title?: string | undefined
  children?: ComponentChildren
  actions?: ComponentChildren
}

/** A message that stays in the page: a deadline, a refusal, an edit by someone else. */
export function Callout({ kind = 'info', title, children, actions }: CalloutProps) {
  return (
    <div class={`callout callout-${kind}`} role={kind === 'error' ? 'alert' : 'note'}>
      <Icon name={marks[kind]} size={18} />
      <div class="callout-body">
        {title && <strong>{title}</strong>}
        {children && <div>{children}</div>}
      </div>
      {actions && <div class="row no-print">{actions}</div>}
    </div>
  )
}
