import type { OutputOf } from '../../../call.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { StateTag } from '../../../ui/state-tag.tsx'
import { formatInstant } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'

type Whole = OutputOf<'readRubric'>

/** The versions of a rubric, which calls use each, and a way to how it differs from the one shown. */
export function RubricVersions({ rubric }: { rubric: Whole }) {
  const { id, versions, uses } = rubric
  return (
    <section class="card">
      <h2>{t('rubrics.versions')}</h2>
      <DataTable
        caption={t('rubrics.versions')}
        rows={[...versions].reverse()}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'no',
            title: t('rubrics.version'),
            render: (row) =>
              row.id === id ? (
                t('rubrics.nth', { n: row.no })
              ) : (
                <a href={`/rubrics/${row.id}`}>{t('rubrics.nth', { n: row.no })}</a>
              ),
            nowrap: true,
            card: 'title',
          },
          { key: 'state', title: t('frame.state'), render: (row) => <StateTag group="rubric" state={row.state} /> },
          {
            key: 'publishedAt',
            title: t('rubrics.publishedAt'),
            render: (row) => (row.publishedAt ? formatInstant(row.publishedAt) : '—'),
            nowrap: true,
          },
          {
            key: 'uses',
            title: t('rubrics.usedBy'),
            render: (row) => {
              const own = uses.filter(({ rubricId }) => rubricId === row.id)
              return own.length === 0 ? (
                <span class="muted">{t('rubrics.notUsed')}</span>
              ) : (
                <ul>
                  {own.map((call) => (
                    <li key={call.id}>
                      <a href={`/calls/${call.id}`}>{call.title}</a>
                    </li>
                  ))}
                </ul>
              )
            },
          },
          {
            key: 'compare',
            title: t('rubrics.compare'),
            render: (row) =>
              row.id === id ? (
                <span class="muted">{t('rubrics.thisOne')}</span>
              ) : (
                <a href={`/rubrics/${id}/compare?with=${row.id}`}>{t('rubrics.compareWith')}</a>
              ),
            card: 'bare',
          },
        ]}
      />
    </section>
  )
}
