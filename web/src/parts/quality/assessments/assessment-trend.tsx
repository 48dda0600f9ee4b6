import { useState } from 'preact/hooks'
import { Field } from '../../../ui/field.tsx'
import { LineChart } from '../../../ui/line-chart.tsx'
import { Select } from '../../../ui/select.tsx'
import { formatNumber } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'
import type { Assessment } from './assessment-words.ts'

const two = (value: number) => formatNumber(value, 2)
const shown = (values: readonly (number | null)[]) => values.some((value) => value !== null)

/** Said in words: an empty pair of axes would look like a row of zeros. */
function NoTrend({ title }: { title: string }) {
  return (
    <div>
      <strong>{title}</strong>
      <p class="muted">{t('assessments.noTrend')}</p>
    </div>
  )
}

/** The stage score and one metric, month by month, with the open month last; a month without a figure stays a gap. */
export function AssessmentTrend({ found }: { found: Assessment }) {
  const months = [...found.months].sort((a, b) => a.month.localeCompare(b.month))
  const open = months.every(({ month }) => month !== found.month)
  const labels = [...months.map(({ month }) => month), ...(open ? [`${found.month}*`] : [])]
  const [metric, setMetric] = useState('attendance')
  const closed = months.map(({ figures }) => figures[metric] ?? null)
  const now = found.readings.find((one) => one.metric === metric)?.value ?? null
  const totals = [...months.map(({ total }) => total), ...(open ? [found.total] : [])]
  const values = [...closed, ...(open ? [now] : [])]
  return (
    <section class="card stack">
      {shown(totals) ? (
        <LineChart
          title={t('assessments.trend')}
          labelTitle={t('assessments.month')}
          labels={labels}
          series={[{ name: t('assessments.total'), values: totals }]}
          format={two}
        />
      ) : (
        <NoTrend title={t('assessments.trend')} />
      )}
      <Field label={t('assessments.metricChosen')} short>
        {(link) => (
          <Select
            {...link}
            value={metric}
            onChange={setMetric}
            placeholder={null}
            options={found.readings.map((one) => ({ value: one.metric, label: wordFor('assessed', one.metric) }))}
          />
        )}
      </Field>
      {shown(values) ? (
        <LineChart
          title={t('assessments.metricTrend')}
          unit="%"
          labelTitle={t('assessments.month')}
          labels={labels}
          series={[{ name: wordFor('assessed', metric), values }]}
          format={two}
        />
      ) : (
        <NoTrend title={wordFor('assessed', metric)} />
      )}
      {open && shown([...totals, ...values]) && <p class="muted">* {t('assessments.now')}</p>}
    </section>
  )
}
