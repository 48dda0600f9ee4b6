import { useId } from 'preact/hooks'
import { ChartFrame } from '../../ui/chart-frame.tsx'
import { ChartPatterns, patternFill } from '../../ui/chart-pattern.tsx'
import { useWidth } from '../../ui/use-width.ts'
import { t, wordFor } from '../../words/words.ts'
import type { Period } from './provider-page.tsx'

const rowHeight = 40
const head = 24
const dayMs = 86_400_000
const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / dayMs
const yearOf = (day: number) => new Date(day * dayMs).getUTCFullYear()

/** Periods of accreditation as bars on a line of years; what was cut off by an early end is drawn hollow. */
export function PeriodChart({ periods, today }: { periods: readonly Period[]; today: string }) {
  const id = useId()
  const [ref, width] = useWidth()
  if (periods.length === 0) return null
  const rows = [...periods].sort((a, b) => (a.from < b.from ? -1 : 1))
  const from = dayOf(`${yearOf(Math.min(...rows.map((one) => dayOf(one.from))))}-01-01`)
  const to = dayOf(`${yearOf(Math.max(...rows.map((one) => dayOf(one.to)), dayOf(today))) + 1}-01-01`)
  const x = (day: number) => ((day - from) / (to - from)) * (width - 2)
  const foot = head + rows.length * rowHeight
  const height = foot + 16
  const years = Array.from({ length: yearOf(to) - yearOf(from) }, (_, n) => yearOf(from) + n)
  const step = Math.ceil((years.length * 44) / Math.max(width, 1))
  const levels = (period: Period) => period.levels.map((level) => wordFor('level', level)).join('、')
  return (
    <ChartFrame
      title={t('providers.chart')}
      head={[t('providers.from'), t('providers.to'), t('teachers.levels')]}
      rows={rows.map((period) => [period.from, period.endedOn ?? period.to, levels(period)])}
    >
      <div ref={ref} class="chart-plot">
        <svg
          width={width}
          height={height}
          role="img"
          aria-label={rows.map((one) => `${levels(one)} ${one.from} ${t('ui.to')} ${one.endedOn ?? one.to}`).join('；')}
        >
          <ChartPatterns id={id} />
          {years
            .filter((_, index) => index % step === 0)
            .map((year) => (
              <g key={year}>
                <line
                  class="chart-axis"
                  x1={x(dayOf(`${year}-01-01`))}
                  x2={x(dayOf(`${year}-01-01`))}
                  y1={head - 4}
                  y2={foot}
                />
                <text x={x(dayOf(`${year}-01-01`)) + 2} y={13}>
                  {year}
                </text>
              </g>
            ))}
          {rows.map((period, index) => {
            const start = x(dayOf(period.from))
            const end = x(dayOf(period.to) + 1)
            const stop = x(dayOf(period.endedOn ?? period.to) + 1)
            const words = levels(period)
            return (
              <g key={period.id} transform={`translate(0 ${head + index * rowHeight})`}>
                {period.endedOn !== null && (
                  <rect
                    x={start}
                    y={4}
                    width={Math.max(end - start, 3)}
                    height={14}
                    fill="none"
                    stroke="#8a96a6"
                    stroke-dasharray="3 3"
                  />
                )}
                <rect
                  x={start}
                  y={4}
                  width={Math.max(stop - start, 3)}
                  height={14}
                  fill={patternFill(id, index % 2)}
                  stroke="#1554a3"
                  rx="2"
                >
                  <title>{`${words} ${period.from} – ${period.endedOn ?? period.to}`}</title>
                </rect>
                <text class="chart-figure" x={Math.max(0, Math.min(start, width - words.length * 13))} y={33}>
                  {words}
                </text>
              </g>
            )
          })}
          <line
            x1={x(dayOf(today))}
            x2={x(dayOf(today))}
            y1={head - 6}
            y2={height}
            stroke="#c2410c"
            stroke-width="1.5"
          />
          <text x={Math.min(x(dayOf(today)) + 3, width - 30)} y={height - 3} fill="#c2410c">
            {t('providers.today')}
          </text>
        </svg>
      </div>
    </ChartFrame>
  )
}
