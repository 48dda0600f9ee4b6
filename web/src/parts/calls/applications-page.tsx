import './calls.css'
import { useState } from 'preact/hooks'
import { choicesOf, oneOf } from '../../frame/choices.ts'
import { ListTable } from '../../frame/list-table.tsx'
import { enters } from '../../frame/menu-table.ts'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { useFilters } from '../../frame/use-filters.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Select } from '../../ui/select.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { usePages } from '../../use-pages.ts'
import { useQuery } from '../../use-query.ts'
import { formatInstant, formatNumber } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import { applicationStates } from './application-states.ts'
import { BatchScreening } from './batch-screening.tsx'

export function ApplicationsPage() {
  const { district, role } = useActing()
  const filters = useFilters('state', 'call')
  const { applied, draft } = filters
  const [selected, setSelected] = useState<readonly string[]>([])
  const calls = useQuery('listCalls', { params: { district }, query: { limit: 200 } })
  // the API lists a call's applications state by state
  const state =
    applied.state === undefined
      ? applied.call === undefined
        ? undefined
        : 'submitted'
      : oneOf(applicationStates, applied.state)
  const query = { state, call: applied.call }
  const pages = usePages('listApplications', (after) => ({ params: { district }, query: { ...query, after } }))
  const chosen = pages.items.filter((one) => selected.includes(one.id))
  const batchable = pages.items.some((one) => one.actions.includes('screen'))
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
      <FilterBar
        onSearch={filters.search}
        onReset={filters.reset}
        fields={[
          {
            key: 'state',
            label: t('frame.state'),
            control: (link) => (
              <Select
                {...link}
                value={draft.state || (draft.call ? 'submitted' : '')}
                onChange={(value) => filters.set('state', value)}
                options={choicesOf('application', applicationStates)}
                placeholder={t('frame.all')}
              />
            ),
          },
          {
            key: 'call',
            label: t('menu.calls'),
            control: (link) => (
              <Select
                {...link}
                value={draft.call}
                onChange={(value) => filters.set('call', value)}
                options={(calls.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))}
                placeholder={t('frame.all')}
              />
            ),
          },
        ]}
      />
      <ListTable
        pages={pages}
        caption={t('menu.applications')}
        storageKey="applications"
        rowName={(row) => row.title}
        selected={batchable ? selected : undefined}
        onSelect={batchable ? setSelected : undefined}
        batch={<BatchScreening chosen={chosen} onDone={() => setSelected([])} />}
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
          { key: 'unit', title: t('calls.unit'), render: (row) => row.unitName },
          { key: 'call', title: t('menu.calls'), render: (row) => row.callTitle ?? t('ui.none') },
          {
            key: 'number',
            title: t('calls.number'),
            render: (row) => row.number ?? t('ui.none'),
            nowrap: true,
            hidden: true,
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
