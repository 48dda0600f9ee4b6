import { DataTable } from '../../../ui/data-table.tsx'
import { DistributionChart } from '../../../ui/distribution-chart.tsx'
import { formatNumber } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { pointsText } from '../hundredths.ts'
import { scoreBins } from '../rankings/score-bins.ts'
import type { Scoring } from '../scoring/scoring-sheets.ts'

const mean = (value: number | null) => (value === null ? t('ui.none') : formatNumber(value / 100, 2))
const edge = (value: number | null) => (value === null ? t('ui.none') : pointsText(value))

/** How one scored so far, to stay consistent: one's own finished sheets alone. */
export function OwnStanding({ scoring }: { scoring: Scoring }) {
  const { own, criteria, sheets } = scoring
  const counts = Array.from({ length: 101 }, () => 0)
  for (const { rank, total } of sheets)
    if (rank !== null && total !== null) counts[Math.floor(total / 100)] = (counts[Math.floor(total / 100)] ?? 0) + 1
  return (
    <section class="card stack">
      <h2>{t('scoring.own')}</h2>
      <p class="muted">{t('scoring.ownHelp')}</p>
      {own.n === 0 ? (
        <p>{t('scoring.ownNone')}</p>
      ) : (
        <>
          <dl class="scoring-figures">
            {[
              [t('scoring.ownCount'), String(own.n)],
              [t('scoring.ownMean'), mean(own.mean)],
              [t('scoring.ownLow'), edge(own.lowest)],
              [t('scoring.ownHigh'), edge(own.highest)],
            ].map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <DistributionChart
            title={t('quality.distribution')}
            unit={t('quality.sheetsUnit')}
            binTitle={t('quality.scoreBin')}
            bins={scoreBins(counts)}
          />
          <DataTable
            caption={t('scoring.byCriterion')}
            rows={own.criteria}
            rowKey={({ key }) => key}
            columns={[
              {
                key: 'title',
                title: t('quality.criterion'),
                card: 'title',
                render: ({ key }) => criteria.find((one) => one.key === key)?.title ?? key,
              },
              {
                key: 'max',
                title: t('quality.maximum'),
                align: 'right',
                render: ({ key }) => pointsText(criteria.find((one) => one.key === key)?.max ?? 0),
              },
              { key: 'mean', title: t('scoring.ownMean'), align: 'right', render: (row) => mean(row.mean) },
              { key: 'low', title: t('scoring.ownLow'), align: 'right', render: (row) => edge(row.lowest) },
              { key: 'high', title: t('scoring.ownHigh'), align: 'right', render: (row) => edge(row.highest) },
            ]}
          />
        </>
      )}
    </section>
  )
}
