import { useId } from 'preact/hooks'
import type { OutputOf } from '../../call.ts'
import { ChartFrame } from '../../ui/chart-frame.tsx'
import { ChartPatterns, patternFill } from '../../ui/chart-pattern.tsx'
import { monthMarks, spanOf, stagesOf } from '../../ui/stage-span.ts'
import { useWidth } from '../../ui/use-width.ts'
import { formatDate } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import type { Cohort } from './cohort-tabs.ts'

type Session = OutputOf<'listSessions'>['items'][number]

const rowHeight = 40
const head = 24
const dayMs = 86_400_000
const dayOf = (instant: string) => Date.parse(`${formatDate(instant)}T00:00:00Z`) / dayMs

function cut(text: string, room: number): string {
  const fits = Math.max(2, Math.floor(room / 12.5))
  return text.length <= fits ? text : `${text.slice(0, fits - 1)}…`
}

/** Stages as bars, and on each a mark for every day of it on which there is a session. */
export function CohortTimeline({ stages, sessions }: { stages: Cohort['stages']; sessions: readonly Session[] }) {
  const id = useId()
  const [ref, width] = useWidth()
  const drawn = stagesOf(stages.map(({ title, from, to }) => ({ text: title, from, to })))
  const span = spanOf(drawn)
  if (span === null) return null
  const standing = sessions.filter(({ state }) => state !== 'cancelled')
  const left = Math.min(Math.max(...drawn.map(({ text }) => text.length), 2) * 12.5 + 12, width * 0.32)
  const room = Math.max(width - left - 6, 60)
  const x = (day: number) => left + ((day - span.from) / Math.max(span.to - span.from, 1)) * room
  const oneDay = Math.max(room / Math.max(span.to - span.from, 1), 4)
  const height = head + drawn.length * rowHeight
  const ofStage = (index: number) => standing.filter(({ stageId }) => stageId === stages[index]?.id)
  return (
    <ChartFrame
      title={t('cohorts.schedule')}
      head={[t('cohorts.timelineItem'), t('ui.from'), t('ui.to'), t('cohorts.session')]}
      rows={drawn.map(({ text, from, to }, index) => [
        text,
        from,
        to,
        t('cohorts.sessionsAt', { n: ofStage(index).length }),
      ])}
    >
      <div ref={ref} class="chart-plot">
        <svg width={width} height={height} role="img" aria-label={t('cohorts.schedule')}>
          <ChartPatterns id={id} />
          {monthMarks(span).map(({ day, label }) => (
            <g key={day}>
              <line class="chart-axis" x1={x(day)} x2={x(day)} y1={head - 4} y2={height} />
              <text x={x(day) + 2} y={13}>
                {label}
              </text>
            </g>
          ))}
          {drawn.map((stage, index) => {
            const days = [...new Set(ofStage(index).map(({ startsAt }) => dayOf(startsAt)))]
            const dates = `${stage.from.slice(5)} ～ ${stage.to.slice(5)}`
            const [start, end] = [x(stage.start), x(stage.end)]
            return (
              <g key={stages[index]?.id} transform={`translate(0 ${head + index * rowHeight})`}>
                <text x={left - 8} y={16} text-anchor="end">
                  <title>{stage.text}</title>
                  {cut(stage.text, left - 10)}
                </text>
                <rect x={start} y={4} width={Math.max(end - start, 3)} height={14} fill={patternFill(id, 1)} rx="2" />
                {days.map((day) => (
                  <rect
                    key={day}
                    x={x(day)}
                    y={4}
                    width={Math.max(oneDay - 1, 3)}
                    height={14}
                    fill={patternFill(id, 0)}
                  >
                    <title>
                      {ofStage(index)
                        .filter(({ startsAt }) => dayOf(startsAt) === day)
                        .map(({ topic, startsAt }) => `${formatDate(startsAt)} ${topic}`)
                        .join('\n')}
                    </title>
                  </rect>
                ))}
                <text class="chart-figure" x={Math.min(start, width - dates.length * 6.6)} y={32}>
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
