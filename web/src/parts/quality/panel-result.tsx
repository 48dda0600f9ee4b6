import { BarChart } from '../../ui/bar-chart.tsx'
import { Callout } from '../../ui/callout.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { ExpertScores } from './expert-scores.tsx'
import type { Panel } from './panel-page.tsx'
import { RankingTable } from './ranking-table.tsx'
import { ReliabilityTable } from './reliability-table.tsx'

const drawn = 30

/** What came of a panel: ranking with every method side by side, agreement of the experts, and how they scored. */
export function PanelResult({ panel }: { panel: Panel }) {
  const { result } = panel
  if (result === null) return <EmptyState title={t('quality.noResult')} help={t('quality.noResultHelp')} />
  const items = [...result.items].sort((a, b) => a.rank - b.rank)
  const method = wordFor('method', result.method)
  return (
    <div class="stack">
      {result.calibrated ? (
        <Callout kind="success" title={t('quality.calibrated')}>
          {t('quality.calibratedHelp')}
        </Callout>
      ) : (
        <Callout title={t('quality.notCalibrated')}>
          {t('quality.notCalibratedHelp', {
            reason: wordFor('figureReason', result.calibrationReason ?? 'not_calibrated'),
          })}
        </Callout>
      )}
      <p class="muted">{t('quality.officialIs', { method, engine: result.engine })}</p>
      <RankingTable items={items} />
      <BarChart
        title={t('quality.rankingChart')}
        unit={t('quality.points')}
        labelTitle={t('quality.application')}
        labels={items.slice(0, drawn).map((item) => `${item.rank} ${item.title}`)}
        series={[{ name: method, values: items.slice(0, drawn).map((item) => item.official) }]}
        format={(value) => formatNumber(value, 2)}
      />
      <ExpertScores sheets={panel.sheets} />
      <h2>{t('quality.reliability')}</h2>
      <ReliabilityTable reliability={result.reliability} />
    </div>
  )
}
