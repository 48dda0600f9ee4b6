import type { TrialItem, TrialPanel } from '@shixun/domain/quality/trial-panel'
import { useState } from 'preact/hooks'
import { BarChart } from '../../ui/bar-chart.tsx'
import { Callout } from '../../ui/callout.tsx'
import { type Column, DataTable, type Sort } from '../../ui/data-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { ReliabilityTable } from './reliability-table.tsx'

const figures = ['score', 'mean', 'median', 'trimmed', 'severity_adjusted'] as const
const drawn = 30

function figureColumn(key: (typeof figures)[number]): Column<TrialItem> {
  return {
    key,
    title: key === 'score' ? t('quality.official') : wordFor('method', key),
    align: 'right',
    sortable: true,
    render: (item) => {
      const value = item[key]
      const reason = item.reasons[key]
      if (value !== null) return key === 'score' ? <strong>{formatNumber(value, 2)}</strong> : formatNumber(value, 2)
      return <span class="muted">{reason ? wordFor('figureReason', reason) : t('ui.none')}</span>
    },
  }
}

/** Every method side by side, the severity of the raters, and how far they agree. */
export function TrialResult({ result }: { result: TrialPanel }) {
  const [sort, setSort] = useState<Sort>({ key: 'score', direction: 'desc' })
  const key = figures.find((figure) => figure === sort.key) ?? 'score'
  const turn = sort.direction === 'asc' ? 1 : -1
  const items = [...result.items].sort((a, b) => ((a[key] ?? -1) - (b[key] ?? -1)) * turn)
  return (
    <>
      <section class="card stack">
        <h2>{t('quality.result')}</h2>
        {result.calibrated ? (
          <Callout kind="success" title={t('quality.calibrated')}>
            {t('quality.calibratedHelp')}
          </Callout>
        ) : (
          <Callout title={t('quality.notCalibrated')}>
            {t('quality.notCalibratedHelp', { reason: wordFor('figureReason', result.reason ?? 'not_calibrated') })}
          </Callout>
        )}
        <DataTable
          caption={t('quality.result')}
          rows={items}
          rowKey={({ item }) => item}
          sort={sort}
          onSort={setSort}
          columns={[
            { key: 'item', title: t('quality.application'), render: ({ item }) => item, card: 'title' },
            ...figures.map(figureColumn),
            {
              key: 'gap',
              title: t('quality.gapShort'),
              align: 'right',
              render: ({ gap, arbitration }) => (
                <span>
                  {formatNumber(gap, 2)} {arbitration && <Tag tone="accent">{t('quality.arbitration')}</Tag>}
                </span>
              ),
            },
            { key: 'n', title: t('quality.sheetsShort'), align: 'right', render: ({ n }) => n },
          ]}
        />
        <BarChart
          title={t('quality.rankingChart')}
          unit={t('quality.points')}
          labelTitle={t('quality.application')}
          labels={items.slice(0, drawn).map(({ item }) => item)}
          series={[
            { name: t('quality.official'), values: items.slice(0, drawn).map(({ score }) => score) },
            { name: t('quality.mean'), values: items.slice(0, drawn).map(({ mean }) => mean) },
          ]}
          format={(value) => formatNumber(value, 2)}
        />
      </section>
      <section class="card">
        <h2>{t('quality.severity')}</h2>
        <p class="muted">{t('quality.severityHelp')}</p>
        <DataTable
          caption={t('quality.severity')}
          rows={result.raters}
          rowKey={({ rater }) => rater}
          columns={[
            { key: 'rater', title: t('quality.expert'), render: ({ rater }) => rater, card: 'title' },
            {
              key: 'severity',
              title: t('quality.severityPoints'),
              align: 'right',
              render: ({ severity, reason }) =>
                severity === null ? (
                  <span class="muted">{wordFor('figureReason', reason ?? 'not_calibrated')}</span>
                ) : (
                  `${severity > 0 ? '+' : ''}${formatNumber(severity, 2)}`
                ),
            },
          ]}
        />
      </section>
      <section class="card">
        <h2>{t('quality.reliability')}</h2>
        <ReliabilityTable reliability={result.reliability} />
      </section>
    </>
  )
}
