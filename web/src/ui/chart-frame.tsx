import './chart.css'
import type { ComponentChildren } from 'preact'
import { t } from '../words/words.ts'

export interface ChartFrameProps {
  title: string
  unit?: string | undefined
  legend?: ComponentChildren
  children: ComponentChildren
  head: readonly string[]
  rows: readonly (readonly string[])[]
}

/** Title, drawing, and the figures themselves behind 查看数据表. */
export function ChartFrame({ title, unit, legend, children, head, rows }: ChartFrameProps) {
  return (
    <figure class="chart">
      <figcaption class="chart-head">
        <span class="chart-title">
          {title}
          {unit && <small>（{unit}）</small>}
        </span>
        {legend && <ul class="chart-legend">{legend}</ul>}
      </figcaption>
      {children}
      <details class="chart-data">
        <summary>{t('ui.chartTable')}</summary>
        <table>
          <caption class="visually-hidden">{title}</caption>
          <thead>
            <tr>
              {head.map((cell) => (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([first, ...rest]) => (
              <tr key={first}>
                <th scope="row">{first}</th>
                {rest.map((cell, index) => (
                  <td key={head[index + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
