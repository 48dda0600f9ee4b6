import { DataTable } from '../../../ui/data-table.tsx'
import { IntervalChart } from '../../../ui/interval-chart.tsx'
import { formatNumber } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'
import { alphaReading, iccReading } from './ranking-figures.ts'

const iccForms = ['1,1', '2,1', '3,1', '1,k', '2,k', '3,k'] as const
const alphaLevels = ['nominal', 'ordinal', 'interval', 'ratio'] as const
type Bounds = { low: number; high: number } | null

/** Coefficients as the screen shows them: a value, or the code of the reason why there is none. */
export interface Agreement {
  icc: Record<(typeof iccForms)[number], { value: number | null; reason: string | null }>
  interval: Record<(typeof iccForms)[number], Bounds>
  alpha: Record<(typeof alphaLevels)[number], { value: number | null; reason: string | null }>
  basis?: { oneWay: number; twoWay: number; raters: number }
}

interface Row {
  name: string
  word: string
  value: number | null
  reason: string | null
  interval: Bounds
  reading: string | null
}

function rowsOf({ icc, interval, alpha }: Agreement): Row[] {
  return [
    ...iccForms.map((form) => {
      const { value, reason } = icc[form]
      return {
        name: `ICC(${form})`,
        word: wordFor('icc', form),
        value,
        reason,
        interval: interval[form],
        reading: value === null ? null : wordFor('iccReading', iccReading(value)),
      }
    }),
    ...alphaLevels.map((level) => {
      const { value, reason } = alpha[level]
      return {
        name: `α ${wordFor('alpha', level)}`,
        word: wordFor('alphaHelp', level),
        value,
        reason,
        interval: null,
        reading: value === null ? null : wordFor('alphaReading', alphaReading(value)),
      }
    }),
  ]
}

/** The coefficient that says most of a ranking by several experts together: crossed panels by (2,k), others by (1,k). */
function Headline({ icc }: Agreement) {
  const form = icc['2,k'].value === null ? '1,k' : '2,k'
  const { value, reason } = icc[form]
  if (value === null)
    return <p>{t('rankings.headlineNone', { reason: wordFor('figureReason', reason ?? 'no_sheets') })}</p>
  const reading = iccReading(value)
  return (
    <p>
      <strong>
        {t('rankings.headline', {
          name: `ICC(${form})`,
          value: formatNumber(value, 2),
          reading: wordFor('iccReading', reading),
        })}
      </strong>
      。{t('rankings.doOften')}：{wordFor('iccAdvice', reading)}
    </p>
  )
}

/** How far the experts agree: six intraclass correlations and four of Krippendorff's alpha, each with its meaning. */
export function ReliabilityTable({ agreement }: { agreement: Agreement }) {
  const rows = rowsOf(agreement)
  return (
    <div class="stack">
      <Headline {...agreement} />
      <p class="muted">{t('rankings.agreementHelp')}</p>
      <IntervalChart
        title={t('rankings.agreementChart')}
        labelTitle={t('quality.coefficient')}
        high={1}
        rows={rows.map(({ name, value, interval, reason }) => ({
          label: name,
          value,
          low: interval?.low,
          high: interval?.high,
          note: reason === null ? undefined : wordFor('figureReason', reason),
        }))}
      />
      <DataTable
        caption={t('quality.reliability')}
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', title: t('quality.coefficient'), render: ({ name }) => name, card: 'title', nowrap: true },
          {
            key: 'value',
            title: t('ui.chartValue'),
            align: 'right',
            render: ({ value, reason }) =>
              value === null ? (
                <span class="muted">{reason === null ? t('ui.none') : wordFor('figureReason', reason)}</span>
              ) : (
                <strong>{formatNumber(value, 2)}</strong>
              ),
          },
          {
            key: 'interval',
            title: t('rankings.interval'),
            align: 'right',
            nowrap: true,
            render: ({ interval }) =>
              interval ? `${formatNumber(interval.low, 2)} – ${formatNumber(interval.high, 2)}` : t('ui.none'),
          },
          {
            key: 'word',
            title: t('quality.meaning'),
            render: ({ word, reading }) => (
              <>
                {word}
                {reading && <div class="muted">{reading}</div>}
              </>
            ),
          },
        ]}
      />
      {agreement.basis && (
        <p class="muted">
          {t('rankings.basis', {
            one: agreement.basis.oneWay,
            two: agreement.basis.twoWay,
            raters: agreement.basis.raters,
          })}
        </p>
      )}
      <p class="muted">{t('rankings.sources')}</p>
    </div>
  )
}
