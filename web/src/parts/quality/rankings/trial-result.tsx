import { useState } from 'preact/hooks'
import type { OutputOf } from '../../../call.ts'
import { downloadText } from '../../../frame/download.ts'
import { BarChart } from '../../../ui/bar-chart.tsx'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { csvText } from '../../../ui/csv-text.ts'
import { type Column, DataTable, type Sort } from '../../../ui/data-table.tsx'
import { DistributionChart } from '../../../ui/distribution-chart.tsx'
import { SpreadChart } from '../../../ui/spread-chart.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { formatNumber } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'
import type { PastedSheet } from './pasted-sheets.ts'
import { RaterSeverity } from './rater-severity.tsx'
import { type Agreement, ReliabilityTable } from './reliability-table.tsx'
import { countsOf, scoreBins } from './score-bins.ts'

type Trial = OutputOf<'tryPanel'>
type Item = Trial['items'][number]

const methods = ['mean', 'median', 'trimmed', 'severity_adjusted'] as const
const drawn = 30

function reasonOf(item: Item, key: string): string {
  const reason = item.reasons[key]
  return reason ? wordFor('figureReason', reason) : t('ui.none')
}

function methodColumn(key: (typeof methods)[number]): Column<Item> {
  return {
    key,
    title: wordFor('method', key),
    align: 'right',
    sortable: true,
    render: (item) => {
      const value = item[key]
      const place = item.places[key]
      if (value === null) return <span class="muted">{reasonOf(item, key)}</span>
      return (
        <span>
          {formatNumber(value, 2)}
          {place !== null && <small class="ranking-place">{t('rankings.place', { n: place })}</small>}
        </span>
      )
    },
  }
}

/** The table as it stands, for a spreadsheet. */
function csvOf(items: readonly Item[]): string {
  const figure = (value: number | null) => (value === null ? '' : value.toFixed(2))
  const head = [
    t('trial.rank'),
    t('trial.item'),
    t('quality.official'),
    ...methods.map((key) => wordFor('method', key)),
  ]
  return csvText([
    [
      ...head,
      ...methods.map((key) => `${wordFor('method', key)}${t('trial.rank')}`),
      t('quality.gapShort'),
      t('quality.sheetsShort'),
    ],
    ...items.map((item) => [
      String(item.rank),
      item.item,
      figure(item.score),
      ...methods.map((key) => figure(item[key])),
      ...methods.map((key) => String(item.places[key] ?? '')),
      figure(item.gap),
      String(item.n),
    ]),
  ])
}

function agreementOf({ icc, interval, alpha, reasons }: Trial['reliability']): Agreement {
  const icced = (form: keyof typeof icc) => ({ value: icc[form], reason: reasons.icc[form] ?? null })
  const alphaed = (level: keyof typeof alpha) => ({ value: alpha[level], reason: reasons.alpha[level] ?? null })
  return {
    icc: {
      '1,1': icced('1,1'),
      '2,1': icced('2,1'),
      '3,1': icced('3,1'),
      '1,k': icced('1,k'),
      '2,k': icced('2,k'),
      '3,k': icced('3,k'),
    },
    interval,
    alpha: {
      nominal: alphaed('nominal'),
      ordinal: alphaed('ordinal'),
      interval: alphaed('interval'),
      ratio: alphaed('ratio'),
    },
  }
}

/** Every method side by side with the place it gives, how the scores are spread, how severe the raters are, and how far they agree. */
export function TrialResult({ result, sheets }: { result: Trial; sheets: readonly PastedSheet[] }) {
  const [sort, setSort] = useState<Sort>({ key: 'score', direction: 'desc' })
  const key = methods.find((method) => method === sort.key) ?? 'score'
  const turn = sort.direction === 'asc' ? 1 : -1
  const items = [...result.items].sort((a, b) => ((a[key] ?? -1) - (b[key] ?? -1)) * turn || a.rank - b.rank)
  const ranked = [...result.items].sort((a, b) => a.rank - b.rank)
  return (
    <>
      <section class="card stack">
        <h2>{t('trial.methods')}</h2>
        {!result.calibrated && (
          <Callout title={t('quality.notCalibrated')}>
            {t('quality.notCalibratedHelp', { reason: wordFor('figureReason', result.reason ?? 'not_calibrated') })}
          </Callout>
        )}
        <DataTable
          caption={t('trial.methods')}
          rows={items}
          rowKey={({ item }) => item}
          sort={sort}
          onSort={setSort}
          toolbar={
            <Button
              size="small"
              kind="text"
              icon="download"
              onClick={() => downloadText(`${t('menu.trial')}.csv`, csvOf(ranked))}
            >
              {t('trial.export')}
            </Button>
          }
          columns={[
            { key: 'rank', title: t('trial.rank'), align: 'right', render: ({ rank }) => rank },
            { key: 'item', title: t('trial.item'), render: ({ item }) => item, card: 'title' },
            {
              key: 'score',
              title: t('quality.official'),
              align: 'right',
              sortable: true,
              render: (item) =>
                item.score === null ? reasonOf(item, 'score') : <strong>{formatNumber(item.score, 2)}</strong>,
            },
            ...methods.map(methodColumn),
            {
              key: 'gap',
              title: t('quality.gapShort'),
              align: 'right',
              render: (item) =>
                item.gap === null ? (
                  <span class="muted">{reasonOf(item, 'gap')}</span>
                ) : (
                  <span>
                    {formatNumber(item.gap, 2)}{' '}
                    {item.arbitration && <Tag tone="accent">{t('quality.arbitration')}</Tag>}
                  </span>
                ),
            },
            { key: 'n', title: t('quality.sheetsShort'), align: 'right', render: ({ n }) => n },
          ]}
        />
        <BarChart
          title={t('rankings.chart', { n: Math.min(drawn, ranked.length) })}
          unit={t('quality.points')}
          labelTitle={t('trial.item')}
          labels={ranked.slice(0, drawn).map(({ item, rank }) => `${rank} ${item}`)}
          series={[{ name: t('quality.official'), values: ranked.slice(0, drawn).map(({ score }) => score) }]}
          format={(value) => formatNumber(value, 2)}
        />
      </section>
      <section class="card stack">
        <h2>{t('rankings.tabSpread')}</h2>
        <DistributionChart
          title={t('rankings.histogram')}
          unit={t('quality.sheetsUnit')}
          binTitle={t('quality.scoreBin')}
          bins={scoreBins(countsOf(sheets.map(({ score }) => score)))}
        />
        <SpreadChart
          title={t('rankings.byRater')}
          unit={t('quality.points')}
          labelTitle={t('quality.expert')}
          rows={result.raters.map(({ rater }) => ({
            label: rater,
            values: sheets.filter((sheet) => sheet.rater === rater).map(({ score }) => score),
          }))}
        />
      </section>
      <section class="card">
        <h2>{t('rankings.tabSeverity')}</h2>
        <RaterSeverity
          calibrated={result.calibrated}
          reason={result.reason}
          raters={result.raters.map(({ rater, reason: _, ...figures }) => ({ key: rater, name: rater, ...figures }))}
        />
      </section>
      <section class="card">
        <h2>{t('rankings.tabAgreement')}</h2>
        <ReliabilityTable agreement={agreementOf(result.reliability)} />
      </section>
    </>
  )
}
