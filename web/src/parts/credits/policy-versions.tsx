import type { OutputOf } from '../../call.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { formatInstant } from '../../words/format.ts'
import { t } from '../../words/words.ts'

type Version = OutputOf<'readPolicy'>['versions'][number]

/** The versions of a policy, each a link to how it differs from the one shown. */
export function PolicyVersions({ id, versions }: { id: string; versions: readonly Version[] }) {
  return (
    <section class="card">
      <h2>{t('policies.versions')}</h2>
      <DataTable
        caption={t('policies.versions')}
        rows={[...versions].reverse()}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'no',
            title: t('policies.no'),
            render: (row) =>
              row.id === id ? (
                t('policies.nth', { n: row.no })
              ) : (
                <a href={`/policies/${row.id}`}>{t('policies.nth', { n: row.no })}</a>
              ),
            card: 'title',
          },
          { key: 'title', title: t('frame.name'), render: (row) => row.title },
          { key: 'state', title: t('frame.state'), render: (row) => <StateTag group="policy" state={row.state} /> },
          { key: 'validFrom', title: t('policies.validFrom'), render: (row) => row.validFrom, nowrap: true },
          {
            key: 'publishedAt',
            title: t('policies.publishedAt'),
            render: (row) => (row.publishedAt ? formatInstant(row.publishedAt) : '—'),
            nowrap: true,
          },
          {
            key: 'compare',
            title: t('policies.compare'),
            render: (row) =>
              row.id === id ? (
                <span class="muted">{t('policies.thisOne')}</span>
              ) : (
                <a href={`/policies/${id}/compare?with=${row.id}`}>{t('policies.compareWith')}</a>
              ),
            card: 'bare',
          },
        ]}
      />
    </section>
  )
}
