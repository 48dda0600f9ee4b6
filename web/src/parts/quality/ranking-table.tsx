import '../../ui/data-table.css'
import './quality.css'
import { Fragment } from 'preact'
import { Tag } from '../../ui/tag.tsx'
import { formatNumber } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import type { Panel } from './panel-page.tsx'

type Item = NonNullable<Panel['result']>['items'][number]

function Figure({ title, value }: { title: string; value: number | null }) {
  return (
    <td class="align-right" data-label={title}>
      {formatNumber(value, 2)}
    </td>
  )
}

/** Ranking with the quota line drawn where it falls, and ties told as ties. */
export function RankingTable({ items }: { items: readonly Item[] }) {
  const heads = [
    t('quality.official'),
    t('quality.mean'),
    t('quality.median'),
    t('quality.trimmed'),
    t('quality.severityAdjusted'),
    t('quality.gapShort'),
    t('quality.sheetsShort'),
  ]
  const [official = '', mean = '', median = '', trimmed = '', adjusted = '', gap = '', sheets = ''] = heads
  return (
    <div class="table-scroll">
      <table class="data-table table-cards">
        <caption class="visually-hidden">{t('quality.ranking')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('quality.rank')}</th>
            <th scope="col" class="table-first">
              {t('quality.application')}
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" class="align-right">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item, at) => (
            <Fragment key={item.applicationId}>
              {at > 0 && items[at - 1]?.withinQuota && !item.withinQuota && (
                <tr class="quality-line">
                  <td colSpan={2 + heads.length}>{t('quality.quotaLine', { n: at })}</td>
                </tr>
              )}
              <tr>
                <td data-label={t('quality.rank')}>
                  <strong>{item.rank}</strong>
                </td>
                <th scope="row" class="table-title">
                  <a href={`/applications/${item.applicationId}`}>{item.title}</a>
                  <div class="rubric-help quality-under">
                    {item.unitName} {item.withinQuota && <Tag tone="green">{t('quality.withinQuota')}</Tag>}{' '}
                    {item.tied && <Tag tone="amber">{t('quality.tied', { rank: item.rank })}</Tag>}
                  </div>
                </th>
                <td class="align-right" data-label={official}>
                  <strong>{formatNumber(item.official, 2)}</strong>
                </td>
                <Figure title={mean} value={item.mean} />
                <Figure title={median} value={item.median} />
                <Figure title={trimmed} value={item.trimmed} />
                <Figure title={adjusted} value={item.severityAdjusted} />
                <td class="align-right" data-label={gap}>
                  <span>
                    {formatNumber(item.gap, 2)}{' '}
                    {item.arbitration && <Tag tone="accent">{t('quality.arbitration')}</Tag>}
                  </span>
                </td>
                <td class="align-right" data-label={sheets}>
                  {item.sheets}
                </td>
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}
