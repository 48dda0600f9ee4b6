import type { RowLayout } from './chart-rows.ts'

interface ChartAxisProps {
  layout: RowLayout
  ticks: readonly number[]
  height: number
  /** Drawn darker: where nothing is. */
  base: number
  format: (value: number) => string
}

/** Upright lines with their values beneath, as many as have room. */
export function ChartAxis({ layout, ticks, height, base, format }: ChartAxisProps) {
  const room = (layout.right - layout.left) / Math.max(ticks.length - 1, 1)
  const every = Math.ceil((Math.max(...ticks.map((tick) => format(tick).length)) * 8 + 6) / Math.max(room, 1))
  return (
    <>
      {ticks.map((tick, index) => (
        <g key={tick}>
          <line
            class={tick === base ? 'chart-base' : 'chart-axis'}
            x1={layout.x(tick)}
            x2={layout.x(tick)}
            y1={0}
            y2={height}
          />
          {index % every === 0 && (
            <text x={layout.x(tick)} y={height + 16} text-anchor="middle">
              {format(tick)}
            </text>
          )}
        </g>
      ))}
    </>
  )
}

/** The label of a row, beside its drawing or above it. */
export function RowLabel({ layout, text, cut }: { layout: RowLayout; text: string; cut: string }) {
  return (
    <text
      class={layout.stacked ? 'chart-over' : undefined}
      x={layout.stacked ? 2 : layout.left - 10}
      y={layout.labelY}
      text-anchor={layout.stacked ? 'start' : 'end'}
    >
      <title>{text}</title>
      {cut}
    </text>
  )
}
