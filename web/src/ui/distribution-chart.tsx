import { useId } from 'preact/hooks'
import { formatNumber } from '../words/format.ts'
import { t } from '../words/words.ts'
import { ChartFrame } from './chart-frame.tsx'
import { ChartPatterns, patternFill } from './chart-pattern.tsx'
import { niceTicks } from './chart-scale.ts'
import { useWidth } from './use-width.ts'

export interface Bin {
  /** As 60–69. */
  label: string
  count: number
}

export interface DistributionChartProps {
  title: string
  unit?: string | undefined
  /** Equally wide, in order. */
  bins: readonly Bin[]
  /** A line across, as the pass line or the mean; `at` counts bins from the left edge, 2.5 being the middle of the third. */
  mark?: { name: string; at: number } | undefined
  binTitle?: string | undefined
}

/** Standing bars side by side with the count over each. */
export function DistributionChart({ title, unit, bins, mark, binTitle }: DistributionChartProps) {
  const id = useId()
  const [ref, width] = useWidth()
  const height = 210
  const ticks = niceTicks(0, Math.max(...bins.map((bin) => bin.count), 1))
  const top = ticks[ticks.length - 1] ?? 1
  const left = 34
  const each = (width - left - 8) / Math.max(bins.length, 1)
  const y = (count: number) => height - 26 - (count / top) * (height - 60)
  const every = Math.ceil((Math.max(...bins.map((bin) => bin.label.length), 1) * 8) / Math.max(each, 1))
  return (
    <ChartFrame
      title={title}
      unit={unit}
      head={[binTitle ?? t('ui.chartItem'), t('ui.chartValue')]}
      rows={bins.map((bin) => [bin.label, formatNumber(bin.count)])}
    >
      <div ref={ref} class="chart-plot">
        <svg width={width} height={height} role="img" aria-label={title}>
          <ChartPatterns id={id} />
          {ticks.filter(Number.isInteger).map((tick) => (
            <g key={tick}>
              <line
                class={tick === 0 ? 'chart-base' : 'chart-axis'}
                x1={left}
                x2={width - 8}
                y1={y(tick)}
                y2={y(tick)}
              />
              <text x={left - 6} y={y(tick) + 4} text-anchor="end">
                {formatNumber(tick)}
              </text>
            </g>
          ))}
          {bins.map((bin, index) => (
            <g key={bin.label}>
              <rect
                x={left + index * each + 2}
                y={y(bin.count)}
                width={Math.max(each - 4, 1)}
                height={y(0) - y(bin.count)}
                fill={patternFill(id, 0)}
              />
              <text class="chart-figure" x={left + (index + 0.5) * each} y={y(bin.count) - 4} text-anchor="middle">
                {bin.count > 0 ? formatNumber(bin.count) : ''}
              </text>
              {index % every === 0 && (
                <text x={left + (index + 0.5) * each} y={height - 6} text-anchor="middle">
                  {bin.label}
                </text>
              )}
            </g>
          ))}
          {mark && (
            <g>
              <line class="chart-mark" x1={left + mark.at * each} x2={left + mark.at * each} y1={14} y2={y(0)} />
              <text
                class="chart-mark-label"
                x={left + mark.at * each + (mark.at > bins.length / 2 ? -5 : 5)}
                y={12}
                text-anchor={mark.at > bins.length / 2 ? 'end' : 'start'}
              >
                {mark.name}
              </text>
            </g>
          )}
        </svg>
      </div>
    </ChartFrame>
  )
}
