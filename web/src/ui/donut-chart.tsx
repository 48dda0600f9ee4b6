import { useId } from 'preact/hooks'
import { formatNumber } from '../words/format.ts'
import { t } from '../words/words.ts'
import { ChartFrame } from './chart-frame.tsx'
import { ChartPatterns, PatternKey, patternFill } from './chart-pattern.tsx'
import { wholePercents } from './chart-scale.ts'

export interface Slice {
  label: string
  value: number
}

export interface DonutChartProps {
  title: string
  unit?: string | undefined
  /** At most six; fold the rest into 其他. */
  slices: readonly Slice[]
  format?: ((value: number) => string) | undefined
}

const radius = 62
const hole = 40

function point(share: number, distance: number): string {
  const angle = share * 2 * Math.PI - Math.PI / 2
  return `${(Math.cos(angle) * distance).toFixed(2)} ${(Math.sin(angle) * distance).toFixed(2)}`
}

function ring(from: number, to: number): string {
  // a full circle has no arc of its own: it stops a hair before its start
  const end = Math.min(to, from + 0.99999)
  const large = end - from > 0.5 ? 1 : 0
  return `M${point(from, radius)}A${radius} ${radius} 0 ${large} 1 ${point(end, radius)}L${point(end, hole)}A${hole} ${hole} 0 ${large} 0 ${point(from, hole)}Z`
}

export function DonutChart({ title, unit, slices, format = formatNumber }: DonutChartProps) {
  const id = useId()
  const total = slices.reduce((sum, slice) => sum + slice.value, 0)
  const percents = wholePercents(slices.map((slice) => slice.value))
  let from = 0
  const arcs = slices.map((slice) => {
    const start = from
    from += total > 0 ? slice.value / total : 0
    return { ...slice, start, end: from }
  })
  const rows = slices.map((slice, index) => [slice.label, format(slice.value), `${percents[index]}%`])
  return (
    <ChartFrame
      title={title}
      unit={unit}
      head={[t('ui.chartItem'), t('ui.chartValue'), t('ui.chartShare')]}
      rows={[...rows, [t('ui.chartTotal'), format(total), total > 0 ? '100%' : '—']]}
    >
      <div class="chart-plot chart-donut">
        <svg width="140" height="140" viewBox="-70 -70 140 140" role="img" aria-label={title}>
          <ChartPatterns id={id} />
          {total <= 0 && <circle r={(radius + hole) / 2} fill="none" stroke="#e2e7ee" stroke-width={radius - hole} />}
          {arcs.map((arc, index) =>
            arc.end > arc.start ? (
              <path
                key={arc.label}
                d={ring(arc.start, arc.end)}
                fill={patternFill(id, index)}
                stroke="#fff"
                stroke-width="2"
              />
            ) : null,
          )}
          <text class="chart-total" text-anchor="middle" y="4">
            {format(total)}
          </text>
          <text text-anchor="middle" y="22">
            {t('ui.chartTotal')}
          </text>
        </svg>
        <ul class="chart-slices">
          {slices.map((slice, index) => (
            <li key={slice.label}>
              <PatternKey id={id} index={index} />
              <span>{slice.label}</span>
              <span class="number">{format(slice.value)}</span>
              <span class="number">{percents[index]}%</span>
            </li>
          ))}
        </ul>
      </div>
    </ChartFrame>
  )
}
