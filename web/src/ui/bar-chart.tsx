import { useId } from 'preact/hooks'
import { formatNumber } from '../words/format.ts'
import { t } from '../words/words.ts'
import { ChartFrame } from './chart-frame.tsx'
import { ChartPatterns, PatternKey, patternFill } from './chart-pattern.tsx'
import { type SeriesChartProps, seriesRange, seriesRows } from './chart-series.ts'
import { useWidth } from './use-width.ts'

const barHeight = 16
const gap = 14

function cut(text: string, room: number): string {
  const fits = Math.max(2, Math.floor(room / 12))
  return text.length <= fits ? text : `${text.slice(0, fits - 1)}…`
}

/** Lying bars from zero, the figure at the end of each: Chinese names keep their room. Values are not negative. */
export function BarChart(props: SeriesChartProps) {
  const { title, unit, labels, series, format = formatNumber, labelTitle } = props
  const id = useId()
  const [ref, width] = useWidth()
  const longest = Math.max(...labels.map((label) => label.length), 1)
  const left = Math.min(longest * 12.5 + 12, width * 0.36)
  const most = Math.max(seriesRange(series)[1], 0) || 1
  const room = Math.max(width - left - format(most).length * 8 - 14, 40)
  const group = series.length * (barHeight + 2) + gap
  const height = labels.length * group
  const legend =
    series.length > 1
      ? series.map((one, index) => (
          <li key={one.name}>
            <PatternKey id={id} index={index} />
            {one.name}
          </li>
        ))
      : undefined
  return (
    <ChartFrame
      title={title}
      unit={unit}
      legend={legend}
      head={[labelTitle ?? t('ui.chartItem'), ...series.map((one) => one.name)]}
      rows={seriesRows(props)}
    >
      <div ref={ref} class="chart-plot">
        <svg width={width} height={height} role="img" aria-label={title}>
          <ChartPatterns id={id} />
          <line class="chart-base" x1={left} x2={left} y1={0} y2={height} />
          {labels.map((label, row) => (
            <g key={label} transform={`translate(0 ${row * group + gap / 2})`}>
              <text x={left - 8} y={(group - gap) / 2 + 4} text-anchor="end">
                <title>{label}</title>
                {cut(label, left - 8)}
              </text>
              {series.map((one, index) => {
                const value = one.values[row] ?? null
                const length = value === null ? 0 : (Math.max(value, 0) / most) * room
                const y = index * (barHeight + 2)
                return (
                  <g key={one.name}>
                    <rect x={left} y={y} width={length} height={barHeight} fill={patternFill(id, index)} />
                    <text class="chart-figure" x={left + length + 6} y={y + 12.5}>
                      {value === null ? '—' : format(value)}
                    </text>
                  </g>
                )
              })}
            </g>
          ))}
        </svg>
      </div>
    </ChartFrame>
  )
}
