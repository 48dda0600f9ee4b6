import './calls.css'
import { choicesOf, oneOf } from '../../../frame/choices.ts'
import { choiceFilter } from '../../../frame/filter-fields.tsx'
import { ListTable } from '../../../frame/list-table.tsx'
import { enters } from '../../../frame/menu-table.ts'
import { NothingFound } from '../../../frame/nothing-found.tsx'
import { useFilters } from '../../../frame/use-filters.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateTag } from '../../../ui/state-tag.tsx'
import { usePages } from '../../../use-pages.ts'
import { formatInstant } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'

const states = ['open', 'draft', 'closed'] as const

export function CallsPage() {
  const { district, role } = useActing()
  const filters = useFilters('state')
  const state = filters.applied.state === undefined ? undefined : oneOf(states, filters.applied.state)
  const pages = usePages('listCalls', (after) => ({ params: { district }, query: { state, after } }))
  return (
    <>
      <PageHead
        title={t('menu.calls')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.calls') }]}
        actions={
          enters(role, 'newCall') && (
            <Button kind="primary" icon="plus" href="/calls/new">
              {t('calls.new')}
            </Button>
          )
        }
      />
      <FilterBar
        onSearch={filters.search}
        onReset={filters.reset}
        fields={[choiceFilter(filters, 'state', t('frame.state'), choicesOf('call', states))]}
      />
      <ListTable
        pages={pages}
        caption={t('menu.calls')}
        storageKey="calls"
        empty={<NothingFound filtered={state !== undefined} title={t('calls.none')} help={t('calls.noneHelp')} />}
        columns={[
          {
            key: 'title',
            title: t('calls.title'),
            render: (row) => <a href={`/calls/${row.id}`}>{row.title}</a>,
            card: 'title',
            fixed: true,
          },
          { key: 'kind', title: t('calls.kind'), render: (row) => wordFor('callKind', row.kind), nowrap: true },
          { key: 'level', title: t('calls.level'), render: (row) => wordFor('level', row.level), nowrap: true },
          { key: 'year', title: t('calls.year'), render: (row) => row.year, align: 'right', hidden: true },
          {
            key: 'state',
            title: t('frame.state'),
            render: (row) => <StateTag group="call" state={row.state} />,
            nowrap: true,
          },
          { key: 'opensAt', title: t('calls.opensAt'), render: (row) => formatInstant(row.opensAt), nowrap: true },
          { key: 'closesAt', title: t('calls.closesAt'), render: (row) => formatInstant(row.closesAt), nowrap: true },
          {
            key: 'quota',
            title: t('calls.quotaPerUnit'),
            render: (row) => t('calls.quotaValue', { n: row.quotaPerUnit }),
            align: 'right',
            nowrap: true,
          },
          {
            key: 'actions',
            title: t('ui.actions'),
            card: 'bare',
            fixed: true,
            nowrap: true,
            render: ({ id, actions }) =>
              actions.includes('apply') ? (
                <Button kind="text" size="small" href={`/applications/new?call=${id}`}>
                  {t('calls.apply')}
                </Button>
              ) : actions.includes('edit') ? (
                <Button kind="text" size="small" href={`/calls/${id}/edit`}>
                  {t('frame.edit')}
                </Button>
              ) : actions.includes('amend') ? (
                <Button kind="text" size="small" href={`/calls/${id}/amend`}>
                  {t('design.amend')}
                </Button>
              ) : null,
          },
        ]}
      />
    </>
  )
}
