import './plan-fields.css'
import { useId } from 'preact/hooks'
import { t } from '../words/words.ts'
import { ChartFrame } from './chart-frame.tsx'
import { ChartPatterns, patternFill } from './chart-pattern.tsx'
import type { FormValues } from './form-field.ts'
import { monthMarks, spanOf, stagesOf } from './stage-span.ts'
import { useWidth } from './use-width.ts'

const rowHeight = 34
const barHeight = 12
const head = 22
const character = 12.5

function cut(text: string, room: number): string {
  const fits = Math.max(2, Math.floor(room / character))
  return text.length <= fits ? text : `${text.slice(0, fits - 1)}…`
}

/** A label needs its room: where months are narrow, those that would run into the one before are left out. */
function labelled(marks: readonly { day: number; label: string }[], x: (day: number) => number) {
  let free = 0
  return marks.map((mark) => {
    const shown = x(mark.day) >= free
    if (shown) free = x(mark.day) + mark.label.length * 7.5 + 6
    return { ...mark, shown }
  })
}

/** Stages on a line of months, one below the other, so that what overlaps is seen; the dates stand at each bar. */
export function StageTimeline({ rows }: { rows: readonly FormValues[] }) {
  const stages = stagesOf(rows)
  const id = useId()
  const [ref, width] = useWidth()
  const span = spanOf(stages)
  if (span === null) return null
  const left = Math.min(Math.max(...stages.map(({ text }) => text.length), 2) * character + 10, width * 0.32)
  const room = Math.max(width - left - 4, 60)
  const x = (day: number) => left + ((day - span.from) / Math.max(span.to - span.from, 1)) * room
  const height = head + stages.length * rowHeight
  const marks = labelled(monthMarks(span), x)
  return (
    <ChartFrame
      title={t('plan.timeline')}
      head={[t('plan.stage'), t('ui.from'), t('ui.to'), t('plan.length')]}
      rows={stages.map(({ text, from, to, days }) => [text, from, to, t('plan.days', { n: days })])}
    >
      <div ref={ref} class="chart-plot">
        <svg
          width={width}
          height={height}
          role="img"
          aria-label={stages.map(({ text, from, to }) => t('plan.timelineOf', { text, from, to })).join('；')}
        >
          <ChartPatterns id={id} />
          {marks.map(({ day, label, shown }) => (
            <g key={day}>
              <line class="chart-axis" x1={x(day)} x2={x(day)} y1={head - 4} y2={height} />
              {shown && (
                <text x={x(day) + 2} y={12}>
                  {label}
                </text>
              )}
            </g>
          ))}
          {stages.map((stage, index) => {
            const [start, end] = [x(stage.start), x(stage.end)]
            const long = Math.max(end - start, 3)
            const dates = `${stage.from.slice(5)} ～ ${stage.to.slice(5)}`
            const textWidth = dates.length * 6.4
            return (
              <g key={index} transform={`translate(0 ${head + index * rowHeight})`}>
                <text x={left - 8} y={15} text-anchor="end">
                  <title>{stage.text}</title>
                  {cut(stage.text, left - 10)}
                </text>
                <rect
                  class="stage-bar"
                  x={start}
                  y={4}
                  width={long}
                  height={barHeight}
                  fill={patternFill(id, index)}
                  rx="2"
                />
                <text class="chart-figure stage-dates" x={Math.min(start, width - textWidth)} y={28}>
                  {dates}
                </text>
              </g>
            )
          })}
        </svg>
      </div>
    </ChartFrame>
  )
}
