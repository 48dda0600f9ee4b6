import type { ComponentChildren } from 'preact'

export function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="card" id={title}>
      <h2>{title}</h2>
      <div class="stack">{children}</div>
    </section>
  )
}
