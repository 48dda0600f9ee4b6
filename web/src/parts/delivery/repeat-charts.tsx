import { REPEAT_RULES } from '@shixun/domain/delivery/repeat-rules'
import type { OutputOf } from '../../call.ts'
import { BarChart } from '../../ui/bar-chart.tsx'
import { t, wordFor } from '../../words/words.ts'

type Figure = OutputOf<'readRepeatSummary'>['figures'][number]

const rules = Object.keys(REPEAT_RULES)
const outcomes = ['warned', 'blocked', 'waived', 'avoided']
/** More schools than these make a chart that nobody reads; the list has them all. */
const mostSchools = 8

function sumOf(figures: readonly Figure[], accept: (figure: Figure) => boolean): number {
  return figures.filter(accept).reduce((sum, { n }) => sum + n, 0)
}

interface RepeatChartsProps {
  figures: readonly Figure[]
  /** Whether there is more than one school to compare. */
  several: boolean
}

/** Findings of a term by rule and outcome, and by school and rule. */
export function RepeatCharts({ figures, several }: RepeatChartsProps) {
  const found = rules.filter((rule) => figures.some((one) => one.rule === rule))
  const names = new Map(figures.map(({ schoolId, schoolName }) => [schoolId, schoolName]))
  const schools = [...names.keys()]
    .map((id) => ({ id, n: sumOf(figures, ({ schoolId }) => schoolId === id) }))
    .sort((a, b) => b.n - a.n)
    .slice(0, mostSchools)
  return (
    <div class={several ? 'repeat-charts' : 'enrol-stack'}>
      <section class="card">
        <BarChart
          title={t('repeats.byRule')}
          unit={t('repeats.times')}
          labelTitle={t('repeats.rule')}
          labels={found.map((rule) => wordFor('repeatRule', rule))}
          series={outcomes
            .filter((outcome) => figures.some((one) => one.outcome === outcome))
            .map((outcome) => ({
              name: wordFor('repeatOutcome', outcome),
              values: found.map((rule) => sumOf(figures, (one) => one.rule === rule && one.outcome === outcome)),
            }))}
        />
      </section>
      {several && (
        <section class="card">
          <BarChart
            title={t('repeats.bySchool', { n: mostSchools })}
            unit={t('repeats.times')}
            labelTitle={t('enrol.school')}
            labels={schools.map(({ id }) => names.get(id) ?? '')}
            series={found.map((rule) => ({
              name: wordFor('repeatRule', rule),
              values: schools.map(({ id }) => sumOf(figures, (one) => one.schoolId === id && one.rule === rule)),
            }))}
          />
        </section>
      )}
    </div>
  )
}
