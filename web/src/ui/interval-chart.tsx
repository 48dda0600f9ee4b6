import { formatNumber } from '../words/format.ts'
import { t } from '../words/words.ts'
import { ChartAxis, RowLabel } from './chart-axis.tsx'
import { ChartFrame } from './chart-frame.tsx'
import { cutLabel, rowLayout } from './chart-rows.ts'
import { niceTicks } from './chart-scale.ts'
import { useWidth } from './use-width.ts'

interface IntervalRow {
  label: string
  /** Null where there is no figure: then the note says why. */
  value: number | null
  /** Ends of the interval, where one is known. */
  low?: number | null | undefined
  high?: number | null | undefined
  note?: string | undefined
}

export interface IntervalChartProps {
  title: string
  unit?: string | undefined
  rows: readonly IntervalRow[]
  /** What a figure is measured from; drawn as the base. */
  zero?: number | undefined
  /** Ends of the axis; from the figures unless given. */
  low?: number | undefined
  high?: number | undefined
  format?: ((value: number) => string) | undefined
  labelTitle?: string | undefined
  valueTitle?: string | undefined
}

const figureRoom = 66

/** A dot with its interval for each row, to the left or right of a base: severity, coefficients. */
export function IntervalChart(props: IntervalChartProps) {
  const { title, unit, rows, zero = 0, labelTitle, valueTitle } = props
  const format = props.format ?? ((value: number) => formatNumber(value, 2))
  const [ref, width] = useWidth()
  const known = rows.flatMap(({ value, low, high }) => [value, low, high]).filter((one) => typeof one === 'number')
  const ticks = niceTicks(props.low ?? Math.min(zero, ...known), props.high ?? Math.max(zero, ...known), 4)
  const layout = rowLayout(
    width,
    rows.map(({ label }) => label),
    [ticks[0] ?? 0, ticks[ticks.length - 1] ?? 1],
    figureRoom,
  )
  const height = rows.length * layout.rowHeight
  const interval = rows.some(({ low, high }) => typeof low === 'number' && typeof high === 'number')
  const text = (value: number | null | undefined) => (typeof value === 'number' ? format(value) : '—')
  return (
    <ChartFrame
      title={title}
      unit={unit}
      head={[
        labelTitle ?? t('ui.chartItem'),
        valueTitle ?? t('ui.chartValue'),
        ...(interval ? [t('ui.chartFrom'), t('ui.chartTo')] : []),
      ]}
      rows={rows.map(({ label, value, low, high, note }) => [
        label,
        value === null ? (note ?? '—') : format(value),
        ...(interval ? [text(low), text(high)] : []),
      ])}
    >
      <div ref={ref} class="chart-plot">
        <svg width={width} height={height + 22} role="img" aria-label={title}>
          <ChartAxis layout={layout} ticks={ticks} height={height} base={zero} format={format} />
          {rows.map(({ label, value, low, high, note }, row) => (
            <g key={label} transform={`translate(0 ${row * layout.rowHeight})`}>
              <RowLabel layout={layout} text={label} cut={cutLabel(label, layout.stacked ? width : layout.left - 14)} />
              {value === null ? (
                <text class="chart-reason" x={layout.left + 6} y={layout.middleY + 4}>
                  {note ?? '—'}
                </text>
              ) : (
                <>
                  {typeof low === 'number' && typeof high === 'number' && (
                    <path
                      class="chart-whisker"
                      d={`M${layout.x(low)} ${layout.middleY}H${layout.x(high)}M${layout.x(low)} ${layout.middleY - 5}v10M${layout.x(high)} ${layout.middleY - 5}v10`}
                    />
                  )}
                  <circle class="chart-dot" cx={layout.x(value)} cy={layout.middleY} r={4.5} />
                  <text class="chart-figure" x={layout.right + 10} y={layout.middleY + 4}>
                    {format(value)}
                  </text>
                </>
              )}
            </g>
          ))}
        </svg>
      </div>
    </ChartFrame>
  )
}
