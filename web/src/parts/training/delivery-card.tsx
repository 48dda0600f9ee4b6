import { BarChart } from '../../ui/bar-chart.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { formatNumber, formatShare, formatYuan } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { type Figures, type Rate, ratesOf } from './rates.ts'

function Amount({ rate, value, word }: { rate: Rate; value: number | null; word: string }) {
  if (value === null) return <>{t('ui.none')}</>
  return (
    <span>
      {rate.key === 'budget' ? formatYuan(value) : formatNumber(value)} <small class="muted">{word}</small>
    </span>
  )
}

/** Figures of delivery beside what was promised, and the rates drawn. */
export function DeliveryCard({ figures }: { figures: Figures }) {
  const rates = ratesOf(figures)
  const drawn = rates.filter(({ share }) => share !== null).map(({ key, share }) => ({ key: String(key), share }))
  const satisfaction = figures.satisfaction === undefined ? null : figures.satisfaction / 10_000
  const bars = satisfaction === null ? drawn : [...drawn, { key: 'satisfaction', share: satisfaction }]
  return (
    <section class="card stack">
      <h2>{t('projects.delivery')}</h2>
      <DataTable
        caption={t('projects.delivery')}
        rows={rates}
        rowKey={({ key }) => key}
        columns={[
          { key: 'what', title: t('projects.figure'), render: ({ key }) => wordFor('rate', key), card: 'title' },
          {
            key: 'due',
            title: t('projects.due'),
            align: 'right',
            render: (rate) => <Amount rate={rate} value={rate.due} word={wordFor('rateDue', rate.key)} />,
          },
          {
            key: 'actual',
            title: t('projects.actual'),
            align: 'right',
            render: (rate) => <Amount rate={rate} value={rate.actual} word={wordFor('rateActual', rate.key)} />,
          },
          {
            key: 'share',
            title: t('projects.share'),
            width: '10rem',
            render: ({ share, key }) =>
              share === null ? (
                <span class="muted">{t('projects.noData')}</span>
              ) : (
                <ProgressBar
                  value={Math.min(share, 1)}
                  max={1}
                  label={formatShare(share, 1)}
                  name={wordFor('rate', key)}
                  tone={share >= 1 ? 'done' : 'normal'}
                />
              ),
          },
        ]}
      />
      {bars.length > 0 && (
        <BarChart
          title={t('projects.rates')}
          unit="%"
          labelTitle={t('projects.figure')}
          labels={bars.map(({ key }) => wordFor('rate', key))}
          series={[
            { name: t('projects.share'), values: bars.map(({ share }) => (share === null ? null : share * 100)) },
          ]}
          format={(value) => formatNumber(value, 1)}
        />
      )}
    </section>
  )
}
