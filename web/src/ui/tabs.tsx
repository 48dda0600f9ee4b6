import './tabs.css'
import type { ComponentChildren } from 'preact'
import { useId, useRef } from 'preact/hooks'
import { formatNumber } from '../words/format.ts'

interface Tab {
  key: string
  title: string
  count?: number | undefined
}

export interface TabsProps {
  /** Names the set of tabs. */
  name: string
  tabs: readonly Tab[]
  current: string
  onChange: (key: string) => void
  /** The panel of the current tab. */
  children: ComponentChildren
}

export function Tabs({ name, tabs, current, onChange, children }: TabsProps) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  function press(event: KeyboardEvent) {
    const at = tabs.findIndex((tab) => tab.key === current)
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: tabs.length - 1,
    }
    const to = steps[event.key]
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length]
    if (next === undefined) return
    event.preventDefault()
    onChange(next.key)
    list.current?.querySelector<HTMLElement>(`[data-key="${next.key}"]`)?.focus()
  }
  return (
    <div class="tabs">
      <div class="tabs-list" role="tablist" aria-label={name} ref={list} onKeyDown={press}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            id={`${id}-${tab.key}`}
            data-key={tab.key}
            class="tab"
            type="button"
            role="tab"
            aria-selected={tab.key === current}
            aria-controls={`${id}-panel`}
            tabIndex={tab.key === current ? 0 : -1}
            onClick={() => onChange(tab.key)}
          >
            {tab.title}
            {tab.count !== undefined && <span class="tab-count">{formatNumber(tab.count)}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current}`}>
        {children}
      </div>
    </div>
  )
}
