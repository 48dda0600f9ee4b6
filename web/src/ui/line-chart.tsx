import { formatNumber } from '../words/format.ts'
import { t } from '../words/words.ts'
import { ChartFrame } from './chart-frame.tsx'
import { niceTicks } from './chart-scale.ts'
import { type Series, type SeriesChartProps, seriesRange, seriesRows } from './chart-series.ts'
import { useWidth } from './use-width.ts'

const styles = [
  { colour: '#1554a3', dash: '', mark: 'circle' },
  { colour: '#465364', dash: '6 3', mark: 'square' },
  { colour: '#4b86c9', dash: '2 3', mark: 'triangle' },
  { colour: '#8a5a00', dash: '9 3 2 3', mark: 'circle' },
] as const

type LineStyle = (typeof styles)[number]

export interface LineChartProps extends SeriesChartProps {
  /** A level to reach, drawn across with its name. */
  target?: { name: string; value: number } | undefined
  /** Lowest value of the axis; a line may start above zero, a bar may not. */
  floor?: number | undefined
}

function styleOf(index: number): LineStyle {
  return styles[index % styles.length] ?? styles[0]
}

function Mark({ x, y, look }: { x: number; y: number; look: LineStyle }) {
  if (look.mark === 'circle')
    return <circle cx={x} cy={y} r={3.2} fill="#fff" stroke={look.colour} stroke-width={1.8} />
  if (look.mark === 'square') return <rect x={x - 3} y={y - 3} width={6} height={6} fill={look.colour} />
  return <path d={`M${x} ${y - 4}l4 7h-8z`} fill={look.colour} />
}

/** Where a figure is missing the line breaks: nothing is invented between two months. */
function path({ values }: Series, x: (index: number) => number, y: (value: number) => number): string {
  let pen = 'M'
  let d = ''
  values.forEach((value, index) => {
    if (value !== null) d += `${pen}${x(index).toFixed(1)} ${y(value).toFixed(1)}`
    pen = value === null ? 'M' : 'L'
  })
  return d
}

export function LineChart(props: LineChartProps) {
  const { title, unit, labels, series, format = formatNumber, target, floor = 0, labelTitle } = props
  const [ref, width] = useWidth()
  const [, high] = seriesRange(series)
  const ticks = niceTicks(floor, Math.max(high, target?.value ?? high))
  const [bottom = 0] = ticks
  const top = ticks[ticks.length - 1] ?? 1
  const height = 220
  const left = Math.max(...ticks.map((tick) => format(tick).length)) * 7.5 + 10
  const right = width - 14
  const x = (index: number) => left + 10 + (labels.length < 2 ? 0 : (index * (right - left - 20)) / (labels.length - 1))
  const y = (value: number) => height - 26 - ((value - bottom) / (top - bottom)) * (height - 44)
  const every = Math.ceil((labels.length * 52) / Math.max(right - left, 1))
  const legend = series.map((one, index) => (
    <li key={one.name}>
      <svg width="30" height="12" aria-hidden="true">
        <line
          x1="0"
          x2="30"
          y1="6"
          y2="6"
          stroke={styleOf(index).colour}
          stroke-width="2"
          stroke-dasharray={styleOf(index).dash}
        />
        <Mark x={15} y={6} look={styleOf(index)} />
      </svg>
      {one.name}
    </li>
  ))
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
          {ticks.map((tick, index) => (
            <g key={tick}>
              <line class={index === 0 ? 'chart-base' : 'chart-axis'} x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
              <text x={left - 6} y={y(tick) + 4} text-anchor="end">
                {format(tick)}
              </text>
            </g>
          ))}
          {labels.map((label, index) =>
            index % every === 0 ? (
              <text key={label} x={x(index)} y={height - 6} text-anchor="middle">
                {label}
              </text>
            ) : null,
          )}
          {target && (
            <g>
              <line class="chart-mark" x1={left} x2={right} y1={y(target.value)} y2={y(target.value)} />
              <text class="chart-mark-label" x={right} y={y(target.value) - 5} text-anchor="end">
                {target.name} {format(target.value)}
              </text>
            </g>
          )}
          {series.map((one, index) => (
            <g key={one.name}>
              <path
                d={path(one, x, y)}
                fill="none"
                stroke={styleOf(index).colour}
                stroke-width="2"
                stroke-dasharray={styleOf(index).dash}
              />
              {one.values.map((value, at) =>
                value === null ? null : <Mark key={labels[at]} x={x(at)} y={y(value)} look={styleOf(index)} />,
              )}
            </g>
          ))}
        </svg>
      </div>
    </ChartFrame>
  )
}
