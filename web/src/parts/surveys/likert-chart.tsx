import { useId } from 'preact/hooks'
import { ChartFrame } from '../../ui/chart-frame.tsx'
import { ChartPatterns, PatternKey, patternFill } from '../../ui/chart-pattern.tsx'
import { useWidth } from '../../ui/use-width.ts'
import { formatShare } from '../../words/format.ts'
import { t } from '../../words/words.ts'

interface LikertRow {
  title: string
  counts: readonly number[]
  /** As `平均 4.20`. */
  note: string
}

interface LikertChartProps {
  title: string
  options: readonly string[]
  rows: readonly LikertRow[]
}

const barHeight = 22
const rowHeight = 56

/** Drawings in such an order that neighbours differ most, whatever the number of points. */
function fillOf(at: number): number {
  return [5, 4, 2, 1, 3, 0, 5][at] ?? 0
}

/** As much of a title as has room beside the note; the whole stands in the table and in its tip. */
function cut(text: string, room: number): string {
  const fits = Math.max(4, Math.floor(room / 12.5))
  return text.length <= fits ? text : `${text.slice(0, fits - 1)}…`
}

/** Questions with the same scale as stacked bars of a hundred percent; the share stands in each part that has room for it. */
export function LikertChart({ title, options, rows }: LikertChartProps) {
  const id = useId()
  const [ref, width] = useWidth()
  const height = rows.length * rowHeight
  return (
    <ChartFrame
      title={title}
      legend={options.map((option, at) => (
        <li key={option}>
          <PatternKey id={id} index={fillOf(at)} />
          {option}
        </li>
      ))}
      head={[t('surveys.question'), ...options]}
      rows={rows.map((row) => [row.title, ...row.counts.map(String)])}
    >
      <div ref={ref} class="chart-plot">
        <svg width={width} height={height} role="img" aria-label={title}>
          <ChartPatterns id={id} />
          {rows.map((row, index) => {
            const total = row.counts.reduce((sum, n) => sum + n, 0)
            const starts = row.counts.map((_, at) => row.counts.slice(0, at).reduce((sum, n) => sum + n, 0))
            return (
              <g key={row.title} transform={`translate(0 ${index * rowHeight})`}>
                <text x={0} y={14}>
                  <title>{row.title}</title>
                  {cut(row.title, width - row.note.length * 9)}
                </text>
                <text x={width} y={14} text-anchor="end">
                  {row.note}
                </text>
                {row.counts.map((count, at) => {
                  const x = ((starts[at] ?? 0) / total) * width
                  const length = (count / total) * width
                  return (
                    <g key={options[at]}>
                      <title>{`${options[at]}：${count}`}</title>
                      <rect
                        x={x}
                        y={20}
                        width={length}
                        height={barHeight}
                        fill={patternFill(id, fillOf(at))}
                        stroke="#fff"
                      />
                      {length > 44 && (
                        <g>
                          <rect x={x + length / 2 - 19} y={24} width={38} height={14} rx={3} fill="#fff" />
                          <text class="chart-figure" x={x + length / 2} y={35} text-anchor="middle">
                            {formatShare(count / total)}
                          </text>
                        </g>
                      )}
                    </g>
                  )
                })}
              </g>
            )
          })}
        </svg>
      </div>
    </ChartFrame>
  )
}
