import { useState } from 'preact/hooks'
import { call } from '../../call.ts'
import { choicesOf } from '../../frame/choices.ts'
import { choiceFilter } from '../../frame/filter-fields.tsx'
import { ListTable } from '../../frame/list-table.tsx'
import { enters } from '../../frame/menu-table.ts'
import { MoveButtons } from '../../frame/move-buttons.tsx'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { useFilters } from '../../frame/use-filters.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { Tag } from '../../ui/tag.tsx'
import { type ItemOf, usePages } from '../../use-pages.ts'
import { t, wordFor } from '../../words/words.ts'
import { EthicsDialog } from './ethics-dialog.tsx'

const results = ['fail', 'pass'] as const

/** How long a failing record bars from nominations. */
function effect({ result, until }: ItemOf<'listEthicsRecords'>): string {
  if (result === 'pass') return t('ui.none')
  return until === null ? t('ethics.forGood') : t('ethics.untilDay', { day: until })
}

/** The last column of whoever may take a record back. */
function revoking(district: string): Column<ItemOf<'listEthicsRecords'>> {
  return {
    key: 'actions',
    title: t('ui.actions'),
    card: 'bare',
    fixed: true,
    nowrap: true,
    render: ({ id, version, name, actions }) => (
      <MoveButtons
        offered={actions}
        size="small"
        quiet
        moves={[
          {
            action: 'revoke',
            label: t('ethics.revoke'),
            note: 'required',
            kind: 'danger',
            message: t('ethics.revokeHelp', { name }),
            send: (note = '') =>
              call('revokeEthicsRecord', { params: { district, id }, body: { note }, ifMatch: version }),
          },
        ]}
      />
    ),
  }
}

/** 师德考核结论: a failing one in force bars from nominations and honours. */
export function EthicsPage() {
  const { district, role } = useActing()
  const filters = useFilters('result')
  const result = results.find((one) => one === filters.applied.result)
  const pages = usePages('listEthicsRecords', (after) => ({ params: { district }, query: { result, after } }))
  const [adding, setAdding] = useState(false)
  const writes = enters(role, 'newEthicsRecord')
  return (
    <>
      <PageHead
        title={t('menu.ethics')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.ethics') }]}
        help={t('ethics.help')}
        actions={
          writes && (
            <>
              <Button icon="upload" href="/ethics/import">
                {t('frame.import')}
              </Button>
              <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>
                {t('ethics.new')}
              </Button>
            </>
          )
        }
      />
      {writes && (
        <FilterBar
          onSearch={filters.search}
          onReset={filters.reset}
          fields={[choiceFilter(filters, 'result', t('ethics.result'), choicesOf('ethicsResult', results))]}
        />
      )}
      <ListTable
        pages={pages}
        caption={t('menu.ethics')}
        storageKey="ethics"
        personal
        empty={<NothingFound filtered={result !== undefined} title={t('ethics.none')} help={t('ethics.noneHelp')} />}
        columns={[
          { key: 'name', title: t('ethics.subject'), render: (row) => row.name, card: 'title', fixed: true },
          {
            key: 'kind',
            title: t('ethics.subjectKind'),
            nowrap: true,
            render: (row) => wordFor('ethicsSubject', row.subjectKind),
          },
          { key: 'unit', title: t('ethics.unit'), render: (row) => row.unitName },
          { key: 'year', title: t('ethics.year'), align: 'right', nowrap: true, render: (row) => row.year },
          {
            key: 'result',
            title: t('ethics.result'),
            nowrap: true,
            render: (row) => (
              <Tag tone={row.result === 'fail' ? 'red' : 'green'}>{wordFor('ethicsResult', row.result)}</Tag>
            ),
          },
          { key: 'until', title: t('ethics.until'), nowrap: true, render: effect },
          { key: 'reason', title: t('ethics.reason'), render: (row) => row.reason },
          {
            key: 'state',
            title: t('frame.state'),
            nowrap: true,
            render: (row) => <StateTag group="ethics_record" state={row.state} />,
          },
          ...(writes ? [revoking(district)] : []),
        ]}
      />
      <EthicsDialog open={adding} onClose={() => setAdding(false)} />
    </>
  )
}
