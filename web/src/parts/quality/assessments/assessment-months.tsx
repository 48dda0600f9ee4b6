import { DataTable } from '../../../ui/data-table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { formatDate, formatInstant, formatNumber } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { BandTag } from '../evaluations/band-tag.tsx'
import type { Assessment } from './assessment-words.ts'

/** The closed months of a project, each leading to everything it was made from. */
export function AssessmentMonths({ found }: { found: Assessment }) {
  return (
    <section class="card stack">
      <h2>{t('assessments.closed')}</h2>
      <DataTable
        caption={t('assessments.closed')}
        rows={found.months}
        rowKey={({ id }) => id}
        empty={<p class="muted">{t('assessments.noMonths')}</p>}
        columns={[
          {
            key: 'month',
            title: t('assessments.month'),
            card: 'title',
            nowrap: true,
            render: ({ month, late }) => (
              <>
                <a href={`/projects/${found.id}/snapshots/${month}`}>{month}</a>{' '}
                {late && <Tag tone="amber">{t('assessments.late')}</Tag>}
              </>
            ),
          },
          {
            key: 'total',
            title: t('assessments.total'),
            align: 'right',
            render: ({ total }) => (total === null ? t('ui.none') : <strong>{formatNumber(total, 2)}</strong>),
          },
          { key: 'band', title: t('assessments.band'), render: ({ band }) => <BandTag band={band} /> },
          {
            key: 'present',
            title: t('assessments.present'),
            align: 'right',
            render: ({ present }) => formatNumber(present, 2),
          },
          { key: 'asOf', title: t('assessments.asOf'), nowrap: true, render: ({ asOf }) => formatDate(asOf) },
          {
            key: 'computedAt',
            title: t('assessments.computedAt'),
            nowrap: true,
            render: ({ computedAt }) => formatInstant(computedAt),
          },
        ]}
      />
    </section>
  )
}
