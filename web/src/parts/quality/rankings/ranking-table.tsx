import '../../../ui/data-table.css'
import '../quality.css'
import './rankings.css'
import { Fragment } from 'preact'
import { Tag } from '../../../ui/tag.tsx'
import { formatNumber } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'
import { type PanelResultBody, type RankedItem, variants } from './ranking-figures.ts'

interface RankingTableProps {
  items: readonly RankedItem[]
  result: PanelResultBody
  hidden: readonly string[]
}

/** Names of tie-break rules as people read them. */
export function ruleNames(rules: readonly string[], { tieBreak }: Pick<PanelResultBody, 'tieBreak'>): string {
  return rules.map((rule) => tieBreak.find((one) => one.rule === rule)?.title || t('rankings.byGap')).join('、')
}

function Moved({ place, rank }: { place: number | null; rank: number }) {
  if (place === null) return null
  const by = rank - place
  return (
    <small class="ranking-place">
      {t('rankings.place', { n: place })}
      {by !== 0 && (
        <span class={by > 0 ? 'ranking-up' : 'ranking-down'}>
          {by > 0 ? '↑' : '↓'}
          {Math.abs(by)}
          <span class="visually-hidden">{t(by > 0 ? 'rankings.up' : 'rankings.down', { n: Math.abs(by) })}</span>
        </span>
      )}
    </small>
  )
}

function Marks({ item, result }: { item: RankedItem; result: PanelResultBody }) {
  const vetoTitle = (key: string) => result.criteria.find((one) => one.key === key)?.title ?? key
  return (
    <div class="ranking-marks">
      {item.unitName}
      {item.seat === 'in' && <Tag tone="green">{t('quality.withinQuota')}</Tag>}
      {item.seat === 'undecided' && <Tag tone="amber">{t('rankings.undecided')}</Tag>}
      {item.tied && <Tag tone="amber">{t('quality.tied', { rank: item.rank })}</Tag>}
      {item.brokenBy.length > 0 && <span>{t('rankings.brokenBy', { rules: ruleNames(item.brokenBy, result) })}</span>}
      {item.samePublished && <span>{t('rankings.samePublished')}</span>}
      {item.vetoed.length > 0 && (
        <Tag tone="accent">{t('rankings.vetoed', { titles: item.vetoed.map(vetoTitle).join('、') })}</Tag>
      )}
      {item.evaluationId && <a href={`/evaluations/${item.evaluationId}`}>{t('rankings.openExplanation')}</a>}
    </div>
  )
}

/** Ranking with the quota line drawn where it falls, every method side by side with the place it would give, and ties told as ties. */
export function RankingTable({ items, result, hidden }: RankingTableProps) {
  const columns = variants.filter(({ key }) => !hidden.includes(key))
  const gaps = !hidden.includes('gap')
  const wide = 3 + columns.length + (gaps ? 2 : 0)
  return (
    <div class="table-scroll">
      <table class="data-table table-cards ranking">
        <caption class="visually-hidden">{t('quality.ranking')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('quality.rank')}</th>
            <th scope="col" class="table-first">
              {t('quality.application')}
            </th>
            <th scope="col" class="align-right">
              {t('quality.official')}
            </th>
            {columns.map(({ key, method }) => (
              <th key={key} scope="col" class="align-right">
                {wordFor('method', method)}
                {method === result.method && <small>（{t('rankings.adopted')}）</small>}
              </th>
            ))}
            {gaps && (
              <>
                <th scope="col" class="align-right">
                  {t('quality.gapShort')}
                </th>
                <th scope="col" class="align-right">
                  {t('quality.sheetsShort')}
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {items.map((item, at) => (
            <Fragment key={item.applicationId}>
              {at > 0 && items[at - 1]?.seat !== 'out' && item.seat === 'out' && (
                <tr class="quality-line">
                  <td colSpan={wide}>
                    {items[at - 1]?.seat === 'undecided'
                      ? t('rankings.lineTied', { quota: result.line.quota })
                      : t('quality.quotaLine', { n: at })}
                  </td>
                </tr>
              )}
              <tr>
                <td data-label={t('quality.rank')}>
                  <strong>{item.rank}</strong>
                </td>
                <th scope="row" class="table-title">
                  <a href={`/applications/${item.applicationId}`}>{item.title}</a>
                  <Marks item={item} result={result} />
                </th>
                <td class="align-right" data-label={t('quality.official')}>
                  <span>
                    <strong>{formatNumber(item.official, 2)}</strong>
                    {item.fallback && (
                      <small class="ranking-place">
                        {t('quality.fallback', { reason: wordFor('figureReason', item.fallback) })}
                      </small>
                    )}
                  </span>
                </td>
                {columns.map(({ key, method }) => (
                  <td key={key} class="align-right" data-label={wordFor('method', method)}>
                    <span>
                      {formatNumber(item[key], 2)}
                      {item[key] !== null && <Moved place={item.places[key]} rank={item.rank} />}
                    </span>
                  </td>
                ))}
                {gaps && (
                  <>
                    <td class="align-right" data-label={t('quality.gapShort')}>
                      <span>
                        {formatNumber(item.gap, 2)}{' '}
                        {item.arbitration && (
                          <Tag tone="accent">
                            {item.settled ? t(`rankings.settled.${item.settled}`) : t('quality.arbitration')}
                          </Tag>
                        )}
                      </span>
                    </td>
                    <td class="align-right" data-label={t('quality.sheetsShort')}>
                      {item.sheets}
                    </td>
                  </>
                )}
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}
