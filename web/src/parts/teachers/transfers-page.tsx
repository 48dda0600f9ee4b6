import { call } from '../../call.ts'
import { choicesOf } from '../../frame/choices.ts'
import { choiceFilter } from '../../frame/filter-fields.tsx'
import { ListTable } from '../../frame/list-table.tsx'
import { type Move, MoveButtons } from '../../frame/move-buttons.tsx'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { useFilters } from '../../frame/use-filters.ts'
import { useActing } from '../../session.ts'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { type ItemOf, usePages } from '../../use-pages.ts'
import { formatInstant } from '../../words/format.ts'
import { t } from '../../words/words.ts'

const states = ['proposed', 'accepted', 'refused', 'withdrawn'] as const

function movesOf(district: string, row: ItemOf<'listTransfers'>): Move[] {
  const asked = { params: { district, id: row.id }, ifMatch: row.version }
  return [
    {
      action: 'accept',
      label: t('roster.accept'),
      message: t('roster.acceptHelp', { school: row.toSchoolName }),
      note: 'none',
      send: () => call('acceptTransfer', { ...asked, body: {} }),
    },
    {
      action: 'refuse',
      label: t('roster.refuse'),
      message: t('roster.refuseHelp'),
      note: 'required',
      send: (note = '') => call('refuseTransfer', { ...asked, body: { note } }),
    },
    {
      action: 'withdraw',
      label: t('roster.withdraw'),
      message: t('roster.withdrawHelp'),
      note: 'none',
      send: () => call('withdrawTransfer', { ...asked, body: {} }),
    },
  ]
}

/** 区内调动: what waits for the receiving school, and what was settled. */
export function TransfersPage() {
  const { district, membership } = useActing()
  /** A school opens its own people only: whoever is still, or already, there. */
  const opens = (row: ItemOf<'listTransfers'>) =>
    membership.unit === null || membership.unit === (row.state === 'accepted' ? row.toSchoolId : row.fromSchoolId)
  const filters = useFilters('state')
  const state = states.find((one) => one === filters.applied.state)
  const pages = usePages('listTransfers', (after) => ({ params: { district }, query: { state, after } }))
  return (
    <>
      <PageHead
        title={t('menu.transfers')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.transfers') }]}
        help={t('roster.transferHead')}
      />
      <FilterBar
        onSearch={filters.search}
        onReset={filters.reset}
        fields={[choiceFilter(filters, 'state', t('frame.state'), choicesOf('transfer', states))]}
      />
      <ListTable
        pages={pages}
        personal
        caption={t('menu.transfers')}
        storageKey="transfers"
        empty={
          <NothingFound
            filtered={state !== undefined}
            title={t('roster.noTransfers')}
            help={t('roster.noTransfersHelp')}
          />
        }
        columns={[
          {
            key: 'name',
            title: t('frame.person'),
            render: (row) =>
              opens(row) ? <a href={`/teachers/${row.teacherId}`}>{row.teacherName}</a> : row.teacherName,
            card: 'title',
            fixed: true,
            nowrap: true,
          },
          { key: 'from', title: t('roster.fromSchool'), render: (row) => row.fromSchoolName },
          { key: 'to', title: t('roster.toSchool'), render: (row) => row.toSchoolName },
          { key: 'reason', title: t('roster.transferReason'), render: (row) => row.note ?? row.reason },
          { key: 'at', title: t('roster.proposedAt'), render: (row) => formatInstant(row.createdAt), nowrap: true },
          { key: 'state', title: t('frame.state'), render: (row) => <StateTag group="transfer" state={row.state} /> },
          {
            key: 'actions',
            title: t('ui.actions'),
            card: 'bare',
            fixed: true,
            render: (row) =>
              row.actions.length > 0 ? (
                <MoveButtons quiet size="small" offered={row.actions} moves={movesOf(district, row)} />
              ) : (
                t('ui.none')
              ),
          },
        ]}
      />
    </>
  )
}
