import './tag.css'
import type { ComponentChildren } from 'preact'

/** `accent` is kept for what waits for me; `solid` for the one distinction of a page, as a flagship's. */
export type Tone = 'neutral' | 'blue' | 'green' | 'amber' | 'accent' | 'red' | 'solid'

export interface TagProps {
  children: ComponentChildren
  tone?: Tone | undefined
}

export function Tag({ children, tone = 'neutral' }: TagProps) {
  return <span class={`tag tag-${tone}`}>{children}</span>
}
