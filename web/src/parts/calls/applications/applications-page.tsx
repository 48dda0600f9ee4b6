import '../design/calls.css'
import { useState } from 'preact/hooks'
import { ListTable } from '../../../frame/list-table.tsx'
import { enters } from '../../../frame/menu-table.ts'
import { NothingFound } from '../../../frame/nothing-found.tsx'
import { useFilters } from '../../../frame/use-filters.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateTag } from '../../../ui/state-tag.tsx'
import { type ItemOf, usePages } from '../../../use-pages.ts'
import { formatInstant, formatNumber } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { type ApplicationFilter, ApplicationFilters } from './application-filters.tsx'
import { applicationStates } from './application-states.ts'
import { BatchScreening } from './batch-screening.tsx'

type Card = ItemOf<'listApplications'>

export function ApplicationsPage() {
  const { district, role, membership } = useActing()
  const filters = useFilters<ApplicationFilter>('q', 'call', 'state', 'unit')
  const { applied } = filters
  const [chosen, setChosen] = useState<readonly Card[]>([])
  const { q, call, unit } = applied
  // a search has an order of its own: the API takes it with a unit only
  const state = applicationStates.find((code) => code === applied.state)
  const query = q === undefined ? { call, unit, state } : { q, unit }
  const pages = usePages('listApplications', (after) => ({ params: { district }, query: { ...query, after } }))
  const batchable =
    chosen.length > 0 || pages.items.some(({ actions }) => actions.includes('screen') || actions.includes('return'))
  function select(keys: readonly string[]) {
    // what was chosen on another page stays chosen
    const known = [...pages.items, ...chosen]
    setChosen(keys.flatMap((key) => known.find(({ id }) => id === key) ?? []))
  }
  return (
    <>
      <PageHead
        title={t('menu.applications')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.applications') }]}
        actions={
          enters(role, 'newApplication') && (
            <Button kind="primary" icon="plus" href="/applications/new">
              {t('calls.apply')}
            </Button>
          )
        }
      />
      <ApplicationFilters
        filters={filters}
        several={membership.unit === null}
        unitName={pages.items.find(({ unitId }) => unitId === applied.unit)?.unitName}
      />
      <ListTable
        pages={pages}
        caption={t('menu.applications')}
        storageKey="applications"
        rowName={(row) => row.title}
        selected={batchable ? chosen.map(({ id }) => id) : undefined}
        onSelect={batchable ? select : undefined}
        toolbar={
          enters(role, 'importResults') && (
            <Button
              kind="text"
              size="small"
              icon="upload"
              href={`/applications/results/${call ?? ''}`}
              disabled={call === undefined}
              title={call === undefined ? t('frame.callFirst') : undefined}
            >
              {t('frame.importResults')}
            </Button>
          )
        }
        batch={<BatchScreening chosen={chosen} onDone={() => setChosen([])} />}
        empty={
          <NothingFound
            filtered={Object.keys(applied).length > 0}
            title={t('calls.noApplications')}
            help={t('calls.noApplicationsHelp')}
          />
        }
        columns={[
          {
            key: 'title',
            title: t('calls.project'),
            render: (row) => <a href={`/applications/${row.id}`}>{row.title}</a>,
            card: 'title',
            fixed: true,
          },
          { key: 'unit', title: t('calls.unit'), render: (row) => row.unitName, width: '9.5rem' },
          { key: 'call', title: t('menu.calls'), render: (row) => row.callTitle ?? t('ui.none') },
          {
            key: 'number',
            title: t('calls.number'),
            render: (row) => row.number ?? t('ui.none'),
            nowrap: true,
          },
          {
            key: 'state',
            title: t('frame.state'),
            render: (row) => <StateTag group="application" state={row.state} />,
            nowrap: true,
          },
          {
            key: 'score',
            title: t('calls.score'),
            render: (row) => formatNumber(row.score, 2),
            align: 'right',
            nowrap: true,
          },
          { key: 'rank', title: t('calls.rank'), render: (row) => row.rank ?? t('ui.none'), align: 'right' },
          {
            key: 'updatedAt',
            title: t('frame.updatedAt'),
            render: (row) => formatInstant(row.updatedAt),
            nowrap: true,
          },
        ]}
      />
    </>
  )
}
