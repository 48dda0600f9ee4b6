import { ListTable } from '../../../frame/list-table.tsx'
import { NothingFound } from '../../../frame/nothing-found.tsx'
import { useFilters } from '../../../frame/use-filters.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { usePages } from '../../../use-pages.ts'
import { formatInstant, formatNumber } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'
import { BandTag } from './band-tag.tsx'

export function EvaluationsPage() {
  const { district } = useActing()
  const { subject, panel } = useFilters('subject', 'panel').applied
  const pages = usePages('listEvaluations', (after) => ({ params: { district }, query: { subject, panel, after } }))
  const filtered = subject !== undefined || panel !== undefined
  return (
    <>
      <PageHead
        title={t('menu.evaluations')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.evaluations') }]}
        help={t('quality.evaluationsHelp')}
        actions={filtered && <Button href="/evaluations">{t('frame.all')}</Button>}
      />
      <ListTable
        pages={pages}
        caption={t('menu.evaluations')}
        storageKey="evaluations"
        empty={
          <NothingFound filtered={filtered} title={t('quality.noEvaluations')} help={t('quality.noEvaluationsHelp')} />
        }
        columns={[
          {
            key: 'subject',
            title: t('quality.subject'),
            card: 'title',
            fixed: true,
            render: (row) => <a href={`/evaluations/${row.id}`}>{row.subjectTitle || row.subjectId}</a>,
          },
          { key: 'unit', title: t('evaluations.unit'), render: (row) => row.unitName },
          {
            key: 'kind',
            title: t('quality.subjectKind'),
            render: (row) => wordFor('subjectKind', row.subjectKind),
            nowrap: true,
          },
          {
            key: 'total',
            title: t('quality.total'),
            align: 'right',
            render: (row) =>
              row.total === null ? (
                <Tag tone="amber">{t('evaluations.blocked')}</Tag>
              ) : (
                <strong>{formatNumber(row.total, 2)}</strong>
              ),
          },
          {
            key: 'band',
            title: t('quality.band'),
            render: (row) => <BandTag band={row.band} title={row.bandTitle} />,
          },
          {
            key: 'rubric',
            title: t('evaluations.rubric'),
            render: (row) => t('evaluations.version', { title: row.rubricTitle, no: row.rubricNo }),
          },
          { key: 'cause', title: t('evaluations.cause'), render: (row) => wordFor('evaluationCause', row.cause) },
          { key: 'method', title: t('quality.method'), render: (row) => wordFor('method', row.method), hidden: true },
          {
            key: 'createdAt',
            title: t('quality.evaluatedAt'),
            render: (row) => formatInstant(row.createdAt),
            nowrap: true,
          },
          { key: 'engine', title: t('quality.engine'), render: (row) => row.engine, hidden: true },
          {
            key: 'actions',
            title: t('ui.actions'),
            card: 'bare',
            render: (row) => (
              <Button kind="text" size="small" href={`/evaluations/${row.id}`}>
                {t('quality.whyThis')}
              </Button>
            ),
          },
        ]}
      />
    </>
  )
}
