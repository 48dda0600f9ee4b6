import { ListTable } from '../../frame/list-table.tsx'
import { useActing } from '../../session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { usePages } from '../../use-pages.ts'
import { formatInstant, formatNumber } from '../../words/format.ts'
import { t } from '../../words/words.ts'

/** 导入记录: what was begun, and where each is gone on with. */
export function RosterImports() {
  const { district } = useActing()
  const pages = usePages('listRosterImports', (after) => ({ params: { district }, query: { after } }))
  return (
    <ListTable
      pages={pages}
      caption={t('roster.imports')}
      storageKey="roster-imports"
      empty={<EmptyState title={t('roster.noImports')} help={t('roster.noImportsHelp')} />}
      columns={[
        {
          key: 'file',
          title: t('roster.fileName'),
          render: (row) => (
            <a href={row.state === 'staging' ? `/teachers/import?resume=${row.id}` : `/teachers/imports/${row.id}`}>
              {row.fileName}
            </a>
          ),
          card: 'title',
          fixed: true,
        },
        {
          key: 'state',
          title: t('frame.state'),
          render: (row) => <StateTag group="rosterImport" state={row.state} />,
          nowrap: true,
        },
        { key: 'rows', title: t('import.row'), render: (row) => formatNumber(row.total), nowrap: true },
        { key: 'fresh', title: t('rowOutcome.new'), render: (row) => formatNumber(row.fresh), nowrap: true },
        { key: 'changed', title: t('rowOutcome.changed'), render: (row) => formatNumber(row.changed), nowrap: true },
        { key: 'wrong', title: t('rowOutcome.wrong'), render: (row) => formatNumber(row.wrong), nowrap: true },
        { key: 'by', title: t('roster.by'), render: (row) => row.createdBy, nowrap: true },
        { key: 'at', title: t('roster.at'), render: (row) => formatInstant(row.createdAt), nowrap: true },
      ]}
    />
  )
}
