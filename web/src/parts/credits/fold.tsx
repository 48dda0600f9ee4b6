import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

interface FoldProps {
  title: ComponentChildren
  /** Open to begin with; afterwards whoever reads folds it, never a change of what is inside. */
  startOpen: boolean
  look: string
  id?: string | undefined
  children: ComponentChildren
}

export function Fold({ title, startOpen, look, id, children }: FoldProps) {
  const [open, setOpen] = useState(startOpen)
  return (
    <details class={look} id={id} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      <div class="stack">{children}</div>
    </details>
  )
}
