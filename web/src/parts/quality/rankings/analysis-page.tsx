import '../quality.css'
import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { OutputOf } from '../../../call.ts'
import { QueryView } from '../../../frame/query-view.tsx'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DistributionChart } from '../../../ui/distribution-chart.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { SpreadChart } from '../../../ui/spread-chart.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { useQuery } from '../../../use-query.ts'
import { formatNumber } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import type { PanelResultBody } from './ranking-figures.ts'
import { RaterSeverity } from './rater-severity.tsx'
import { ReliabilityTable } from './reliability-table.tsx'
import { scoreBins } from './score-bins.ts'

const tabs = ['Spread', 'Severity', 'Agreement', 'Gaps'] as const
type TabKey = (typeof tabs)[number]
type Spread = NonNullable<PanelResultBody['criteria'][number]['spread']>

/** A spread as shares of a maximum, in percent. */
function shareOf({ n, ...spread }: Spread, max: number) {
  const share = (points: number) => (points / max) * 100
  const { low, lower, median, upper, high, mean } = spread
  return {
    n,
    low: share(low),
    lower: share(lower),
    median: share(median),
    upper: share(upper),
    high: share(high),
    mean: share(mean),
  }
}

function Spreads({ result }: { result: PanelResultBody }) {
  const measured = result.criteria.filter(({ max, nature }) => max > 0 && nature !== 'veto')
  return (
    <div class="stack">
      <DistributionChart
        title={t('rankings.histogram')}
        unit={t('quality.sheetsUnit')}
        binTitle={t('quality.scoreBin')}
        bins={scoreBins(result.histogram)}
      />
      <p class="muted">{t('rankings.byCriterionHelp')}</p>
      <SpreadChart
        title={t('rankings.byCriterion')}
        unit="%"
        labelTitle={t('quality.criterion')}
        low={0}
        high={100}
        format={(share) => formatNumber(share, 1)}
        rows={measured.map(({ key, title, max, spread }, at) => ({
          label: measured.some((one, other) => other !== at && one.title === title) ? `${title}（${key}）` : title,
          spread: spread === null ? null : shareOf(spread, max),
        }))}
      />
      <p class="muted">{t('rankings.byRaterHelp')}</p>
      <SpreadChart
        title={t('rankings.byRater')}
        unit={t('quality.points')}
        labelTitle={t('quality.expert')}
        rows={result.raters.map(({ name, spread }, at) => ({ label: name || String(at + 1), spread }))}
      />
    </div>
  )
}

function Gaps({ result }: { result: PanelResultBody }) {
  const apart = result.items.filter(({ arbitration }) => arbitration).sort((a, b) => b.gap - a.gap)
  if (apart.length === 0) return <EmptyState title={t('rankings.noGaps')} help={t('rankings.noGapsHelp')} />
  return (
    <div class="stack">
      <p class="muted">
        {t('rankings.gapsHelp')}
        {result.itemsTotal > result.items.length && t('rankings.gapsShown', { n: result.items.length })}
      </p>
      <DataTable
        caption={t('rankings.tabGaps')}
        rows={apart}
        rowKey={({ applicationId }) => applicationId}
        columns={[
          {
            key: 'title',
            title: t('quality.application'),
            card: 'title',
            render: ({ applicationId, title, unitName }) => (
              <>
                <a href={`/applications/${applicationId}`}>{title}</a> <span class="muted">{unitName}</span>
              </>
            ),
          },
          { key: 'rank', title: t('quality.rank'), align: 'right', render: ({ rank }) => rank },
          { key: 'gap', title: t('quality.gapShort'), align: 'right', render: ({ gap }) => formatNumber(gap, 2) },
          { key: 'sheets', title: t('quality.sheetsShort'), align: 'right', render: ({ sheets }) => sheets },
          {
            key: 'settled',
            title: t('ui.actions'),
            render: ({ settled }) =>
              settled ? t(`rankings.settled.${settled}`) : <Tag tone="accent">{t('quality.arbitration')}</Tag>,
          },
        ]}
      />
    </div>
  )
}

function Body({ panel, callTitle }: { panel: OutputOf<'readPanel'>; callTitle: string }) {
  const [shown, setShown] = useState<TabKey>('Spread')
  const { result } = panel
  return (
    <>
      <PageHead
        title={`${callTitle} ${t('rankings.analysisOf')}`}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.panels'), href: '/panels' },
          { label: callTitle, href: `/panels/${panel.id}` },
          { label: t('rankings.analysisOf') },
        ]}
        actions={
          <>
            <Button href={`/panels/${panel.id}`}>{t('rankings.backToPanel')}</Button>
            <Button icon="print" onClick={() => print()}>
              {t('ui.print')}
            </Button>
          </>
        }
      />
      <section class="card">
        {result === null ? (
          <EmptyState title={t('quality.noResult')} help={t('quality.noResultHelp')} />
        ) : (
          <Tabs
            name={t('rankings.analysisOf')}
            current={shown}
            onChange={(key) => setShown(tabs.find((one) => one === key) ?? 'Spread')}
            tabs={tabs.map((key) => ({ key, title: t(`rankings.tab${key}`) }))}
          >
            {shown === 'Spread' && <Spreads result={result} />}
            {shown === 'Severity' && (
              <div class="stack">
                <Callout>{t('rankings.severityPrivate')}</Callout>
                <RaterSeverity
                  calibrated={result.calibrated}
                  reason={result.calibrationReason}
                  raters={result.raters.map(({ rater, name, spread, ...figures }, at) => ({
                    key: rater,
                    name: name || String(at + 1),
                    n: spread.n,
                    mean: spread.mean,
                    ...figures,
                  }))}
                />
              </div>
            )}
            {shown === 'Agreement' && (
              <ReliabilityTable
                agreement={{
                  ...result.reliability,
                  basis: {
                    oneWay: result.reliability.oneWay.items,
                    twoWay: result.reliability.twoWay.items,
                    raters: result.reliability.twoWay.raters,
                  },
                }}
              />
            )}
            {shown === 'Gaps' && <Gaps result={result} />}
          </Tabs>
        )}
      </section>
    </>
  )
}

/** 评审分析: how scores are spread, how severe each expert is, how far they agree, and where they are apart. */
export function AnalysisPage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readPanel', { params: { district, id } })
  const callId = query.data?.callId
  const one = useQuery('readCall', callId === undefined ? null : { params: { district, id: callId } })
  return (
    <QueryView query={query}>
      {(panel) => <Body panel={panel} callTitle={one.data?.title ?? t('quality.panel')} />}
    </QueryView>
  )
}
