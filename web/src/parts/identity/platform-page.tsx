import { ListTable } from '../../frame/list-table.tsx'
import { Callout } from '../../ui/callout.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StatCard } from '../../ui/stat-card.tsx'
import { usePages } from '../../use-pages.ts'
import { formatInstant, formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'

/** 平台运行: which bureaus are in, and how many databases are left for those to come. */
export function PlatformPage() {
  const pages = usePages('listPlatformDistricts', (after) => ({ query: { after } }))
  const pool = pages.query.data?.pool
  return (
    <div class="stack">
      <PageHead title={t('menu.platform')} />
      {pool?.low && <Callout kind="warning" title={t('accounts.poolLow')} />}
      {pool && (
        <div class="grid">
          <StatCard
            label={t('accounts.poolFree')}
            value={formatNumber(pool.free)}
            help={t('accounts.poolTotal', { n: pool.total })}
            waiting={pool.low}
          />
          <StatCard label={t('accounts.poolWaiting')} value={formatNumber(pool.waiting)} waiting={pool.waiting > 0} />
        </div>
      )}
      <ListTable
        pages={pages}
        caption={t('menu.platform')}
        columns={[
          { key: 'name', title: t('identity.bureau'), render: (row) => row.name, card: 'title' },
          { key: 'slug', title: t('identity.slug'), render: (row) => row.slug },
          { key: 'kind', title: t('identity.kind'), render: (row) => wordFor('districtKind', row.kind) },
          { key: 'division', title: t('identity.division'), render: (row) => row.division },
          { key: 'state', title: t('frame.state'), render: (row) => wordFor('district', row.state) },
          {
            key: 'createdAt',
            title: t('accounts.openedAt'),
            render: (row) => formatInstant(row.createdAt),
            nowrap: true,
          },
        ]}
      />
    </div>
  )
}
