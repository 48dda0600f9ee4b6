import { formatNumber } from '../words/format.ts'
import { t } from '../words/words.ts'
import { ChartAxis, RowLabel } from './chart-axis.tsx'
import { ChartFrame } from './chart-frame.tsx'
import { cutLabel, type RowLayout, rowLayout } from './chart-rows.ts'
import { niceTicks } from './chart-scale.ts'
import { type Quartiles, quartilesOf } from './quartiles.ts'
import { useWidth } from './use-width.ts'

export interface SpreadChartProps {
  title: string
  unit?: string | undefined
  rows: readonly { label: string; values?: readonly number[]; spread?: Quartiles | null }[]
  /** Ends of the axis; from the figures unless given. */
  low?: number | undefined
  high?: number | undefined
  format?: ((value: number) => string) | undefined
  labelTitle?: string | undefined
}

function Box({ spread, layout, y }: { spread: Quartiles; layout: RowLayout; y: number }) {
  const { x } = layout
  const mean = x(spread.mean)
  return (
    <>
      <path
        class="chart-whisker"
        d={`M${x(spread.low)} ${y}H${x(spread.high)}M${x(spread.low)} ${y - 5}v10M${x(spread.high)} ${y - 5}v10`}
      />
      <rect
        class="chart-box"
        x={x(spread.lower)}
        y={y - 7}
        width={Math.max(x(spread.upper) - x(spread.lower), 1)}
        height={14}
      />
      <line class="chart-median" x1={x(spread.median)} x2={x(spread.median)} y1={y - 9} y2={y + 9} />
      <path class="chart-diamond" d={`M${mean} ${y - 5}l5 5l-5 5l-5 -5z`} />
    </>
  )
}

/** The shapes in words, for the legend. */
function Legend() {
  return (
    <>
      <li>
        <svg width="30" height="14" aria-hidden="true">
          <path class="chart-whisker" d="M1 7H29M1 2v10M29 2v10" />
        </svg>
        {t('ui.chartLowest')}–{t('ui.chartHighest')}
      </li>
      <li>
        <svg width="22" height="14" aria-hidden="true">
          <rect class="chart-box" x="1" y="1" width="20" height="12" />
        </svg>
        {t('ui.chartMiddle')}
      </li>
      <li>
        <svg width="8" height="14" aria-hidden="true">
          <line class="chart-median" x1="4" x2="4" y1="0" y2="14" />
        </svg>
        {t('ui.chartMedian')}
      </li>
      <li>
        <svg width="12" height="14" aria-hidden="true">
          <path class="chart-diamond" d="M6 2l5 5l-5 5l-5 -5z" />
        </svg>
        {t('ui.chartMean')}
      </li>
    </>
  )
}

/** For each row the range, the middle half, the median and the mean of its values, each with a shape of its own. */
export function SpreadChart({ title, unit, rows, low, high, labelTitle, ...props }: SpreadChartProps) {
  const format = props.format ?? ((value: number) => formatNumber(value, 2))
  const [ref, width] = useWidth()
  const spreads = rows.map(({ label, values, spread }) => ({ label, spread: spread ?? quartilesOf(values ?? []) }))
  const known = spreads.flatMap(({ spread }) => (spread ? [spread.low, spread.high] : []))
  const ticks = known.length === 0 ? [0, 1] : niceTicks(low ?? Math.min(...known), high ?? Math.max(...known), 5)
  const layout = rowLayout(
    width,
    rows.map(({ label }) => label),
    [ticks[0] ?? 0, ticks[ticks.length - 1] ?? 1],
    62,
  )
  const height = rows.length * layout.rowHeight
  const plain = (value: number) => formatNumber(value)
  return (
    <ChartFrame
      title={title}
      unit={unit}
      legend={<Legend />}
      head={[
        labelTitle ?? t('ui.chartItem'),
        t('ui.chartCount'),
        t('ui.chartMean'),
        t('ui.chartLowest'),
        t('ui.chartLowerHalf'),
        t('ui.chartMedian'),
        t('ui.chartUpperHalf'),
        t('ui.chartHighest'),
      ]}
      rows={spreads.map(({ label, spread }) =>
        spread === null
          ? [label, '0', ...Array.from({ length: 6 }, () => '—')]
          : [
              label,
              String(spread.n),
              ...[spread.mean, spread.low, spread.lower, spread.median, spread.upper, spread.high].map(format),
            ],
      )}
    >
      <div ref={ref} class="chart-plot">
        <svg width={width} height={height + 22} role="img" aria-label={title}>
          <ChartAxis layout={layout} ticks={ticks} height={height} base={ticks[0] ?? 0} format={plain} />
          {spreads.map(({ label, spread }, row) => (
            <g key={label} transform={`translate(0 ${row * layout.rowHeight})`}>
              <RowLabel layout={layout} text={label} cut={cutLabel(label, layout.stacked ? width : layout.left - 14)} />
              {spread === null ? (
                <text class="chart-reason" x={layout.left + 6} y={layout.middleY + 4}>
                  {t('ui.empty')}
                </text>
              ) : (
                <>
                  <Box spread={spread} layout={layout} y={layout.middleY} />
                  <text class="chart-figure" x={layout.right + 10} y={layout.middleY + 4}>
                    {format(spread.mean)}
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
