import { useState } from 'preact/hooks'
import { ExportMenu } from '../../../frame/export-menu.tsx'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { ColumnSettings } from '../../../ui/column-settings.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { useStoredList } from '../../../ui/use-stored-list.ts'
import { usePages } from '../../../use-pages.ts'
import { t, wordFor } from '../../../words/words.ts'
import { WhatIfList } from '../assessments/what-if-list.tsx'
import type { Panel } from '../panels/panel-page.tsx'
import { AppealedResults } from './appealed-results.tsx'
import { type PanelResultBody, variants } from './ranking-figures.ts'
import { RankingTable, ruleNames } from './ranking-table.tsx'
import { RecountCard } from './recount-card.tsx'

/** Rows of a page; a panel up to this size is shown whole from its own answer. */
const shown = 50

function Line({ result }: { result: PanelResultBody }) {
  const { line, items } = result
  const inside = items.filter(({ seat }) => seat === 'in').length
  const titles = line.tied.map((id) => items.find(({ applicationId }) => applicationId === id)?.title ?? id).join('、')
  return (
    <>
      <p>
        {t('rankings.line', { quota: line.quota, n: inside })}
        {line.tied.length === 0 && line.seatsLeft > 0 && t('rankings.seatsLeft', { n: line.seatsLeft })}
        {line.decidedBy.length > 0 && t('rankings.decidedBy', { rules: ruleNames(line.decidedBy, result) })}
      </p>
      {line.tied.length > 0 && (
        <Callout kind="warning" title={t('rankings.tiedTitle', { n: line.tied.length, left: line.seatsLeft })}>
          {t('rankings.tiedHelp', { titles })}
          {result.tieBreak.length === 0 && t('rankings.noTieRule')}
        </Callout>
      )}
    </>
  )
}

function Notes({ result }: { result: PanelResultBody }) {
  const method = wordFor('method', result.method)
  return (
    <>
      {result.calibrated ? (
        <p class="muted">
          {t('quality.calibrated')}：{t('quality.calibratedHelp')}
        </p>
      ) : (
        <Callout kind={result.method === 'severity_adjusted' ? 'warning' : 'info'} title={t('quality.notCalibrated')}>
          {t('quality.notCalibratedHelp', {
            reason: wordFor('figureReason', result.calibrationReason ?? 'not_calibrated'),
          })}
        </Callout>
      )}
      {result.fallbacks > 0 && (
        <Callout kind="warning" title={t('rankings.fallbacks', { n: result.fallbacks, method })}>
          {t('rankings.fallbacksHelp')}
        </Callout>
      )}
      {result.unexplained > 0 && (
        <Callout title={t('rankings.explaining', { n: result.unexplained })}>{t('rankings.explainingHelp')}</Callout>
      )}
      <p class="muted">
        {t('quality.officialIs', { method, engine: result.engine })}
        {result.round > 1 && ` ${t('rankings.round', { n: result.round })}${t('rankings.roundHelp')}`}
      </p>
    </>
  )
}

/** What came of a panel: the ranking with every method side by side, the quota line, and what another method would do. */
export function PanelResult({ panel }: { panel: Panel }) {
  const { district } = useActing()
  const { result } = panel
  const [hidden, setHidden] = useStoredList('ranking-columns', [])
  const [paged] = useState((result?.itemsTotal ?? 0) > shown)
  const params = { district, id: panel.id }
  const pages = usePages('listRanking', (after) =>
    result === null ? null : { params, query: { limit: paged ? shown : 1, after } },
  )
  if (result === null) return <EmptyState title={t('quality.noResult')} help={t('quality.noResultHelp')} />
  const columns = [
    ...variants.map(({ key, method }) => ({ key, title: wordFor('method', method) })),
    { key: 'gap', title: `${t('quality.gapShort')}、${t('quality.sheetsShort')}` },
  ]
  return (
    <div class="stack">
      <AppealedResults appealed={result.appealed} />
      <RecountCard panel={panel} round={result.round} />
      <Line result={result} />
      <div class="row no-print">
        <Button href={`/panels/${panel.id}/analysis`} icon="chart">
          {t('rankings.analysis')}
        </Button>
        <ColumnSettings columns={columns} hidden={hidden} onChange={setHidden} />
        <ExportMenu address={pages.exportAddress} />
      </div>
      <RankingTable items={paged ? pages.items : result.items} result={result} hidden={hidden} />
      {paged && (pages.pager.onPrevious || pages.pager.onNext) && <Pager {...pages.pager} total={result.itemsTotal} />}
      {result.itemsTotal <= result.items.length && <WhatIfList result={result} />}
      <Notes result={result} />
    </div>
  )
}
