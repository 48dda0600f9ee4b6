import './chart.css'
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { ChartFoot } from './chart-foot.tsx'

export interface ChartFrameProps {
  title: string
  unit?: string | undefined
  legend?: ComponentChildren
  children: ComponentChildren
  head: readonly string[]
  rows: readonly (readonly string[])[]
}

/** Title, drawing, and beneath it the figures themselves: to be read one by one, saved, or shown as a table. */
export function ChartFrame({ title, unit, legend, children, head, rows }: ChartFrameProps) {
  const figure = useRef<HTMLElement>(null)
  return (
    <figure ref={figure} class="chart">
      <figcaption class="chart-head">
        <span class="chart-title">
          {title}
          {unit && <small>（{unit}）</small>}
        </span>
        {legend && <ul class="chart-legend">{legend}</ul>}
      </figcaption>
      {children}
      <ChartFoot figure={figure} title={title} head={head} rows={rows} />
    </figure>
  )
}
