import './result-page.css'
import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

const marks = {
  success: 'check',
  info: 'info',
  warning: 'warn',
  error: 'close',
  forbidden: 'lock',
  missing: 'search',
  offline: 'cloud',
} as const

export interface ResultPageProps {
  kind: keyof typeof marks
  title: string
  help?: ComponentChildren
  /** A description list of what was done: number, time, next step. */
  facts?: ComponentChildren
  actions?: ComponentChildren
}

/** What a long form, an import or a refusal ends with, and what to do next. */
export function ResultPage({ kind, title, help, facts, actions }: ResultPageProps) {
  return (
    <div class={`result result-${kind}`}>
      <span class="result-mark">
        <Icon name={marks[kind]} size={30} />
      </span>
      <h1 tabIndex={-1}>{title}</h1>
      {help && <p class="result-help">{help}</p>}
      {facts && <div class="result-facts">{facts}</div>}
      {actions && <div class="result-actions">{actions}</div>}
    </div>
  )
}
