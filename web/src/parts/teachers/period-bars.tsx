import { useId } from 'preact/hooks'
import { ChartFrame } from '../../ui/chart-frame.tsx'
import { ChartPatterns, patternFill } from '../../ui/chart-pattern.tsx'
import { useWidth } from '../../ui/use-width.ts'
import { t } from '../../words/words.ts'
import { periodScale } from './period-scale.ts'

export interface PeriodBar {
  label: string
  from: string
  /** Null: still so. */
  to: string | null
}

const rowHeight = 30
const barHeight = 12
const head = 20
const left = 108
/** A year's label with some air. */
const yearWidth = 44

/** Spans of years below one another, with the table of their days behind them. */
export function PeriodBars({ title, bars, today }: { title: string; bars: readonly PeriodBar[]; today: string }) {
  const id = useId()
  const [ref, width] = useWidth()
  const room = Math.max(width - left - 8, 80)
  const scale = periodScale(bars, today, Math.max(Math.floor(room / yearWidth), 1))
  const x = (date: string) => left + scale.share(date) * room
  const height = head + bars.length * rowHeight
  const until = (to: string | null) => to ?? t('roster.still')
  return (
    <ChartFrame
      title={title}
      head={[title, t('roster.from'), t('roster.to')]}
      rows={bars.map(({ label, from, to }) => [label, from, until(to)])}
    >
      <div ref={ref} class="chart-plot">
        <svg
          width={width}
          height={height}
          role="img"
          aria-label={bars.map(({ label, from, to }) => `${label} ${from} ${t('ui.to')} ${until(to)}`).join('；')}
        >
          <ChartPatterns id={id} />
          {scale.years.map(({ year, date, named }) => (
            <g key={year}>
              <line class="chart-axis" x1={x(date)} x2={x(date)} y1={head - 4} y2={height} />
              {named && (
                <text x={x(date) + 2} y={12}>
                  {year}
                </text>
              )}
            </g>
          ))}
          {bars.map(({ label, from, to }, at) => {
            const y = head + at * rowHeight + (rowHeight - barHeight) / 2
            return (
              <g key={`${label} ${from}`}>
                <text x={0} y={y + barHeight - 1}>
                  {label}
                </text>
                <rect
                  x={x(from)}
                  y={y}
                  width={Math.max(x(to ?? today) - x(from), 3)}
                  height={barHeight}
                  rx={2}
                  fill={patternFill(id, to === null ? 0 : 1)}
                />
              </g>
            )
          })}
        </svg>
      </div>
    </ChartFrame>
  )
}
