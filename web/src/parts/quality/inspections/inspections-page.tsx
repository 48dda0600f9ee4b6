import { choicesOf } from '../../../frame/choices.ts'
import { ListTable } from '../../../frame/list-table.tsx'
import { NothingFound } from '../../../frame/nothing-found.tsx'
import { useFilters } from '../../../frame/use-filters.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Select } from '../../../ui/select.tsx'
import { StateTag } from '../../../ui/state-tag.tsx'
import { usePages } from '../../../use-pages.ts'
import { formatDate } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'

const states = ['planned', 'sealed', 'released', 'cancelled'] as const

/** Visits: the bureau's, an expert's own, or those whose results a unit was told. */
export function InspectionsPage() {
  const { district, role } = useActing()
  const filters = useFilters('state')
  const state = states.find((one) => one === filters.applied.state)
  const pages = usePages('listInspections', (after) => ({ params: { district }, query: { state, after } }))
  return (
    <>
      <PageHead
        title={t('menu.inspections')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.inspections') }]}
        help={role === 'expert' ? t('inspections.expertHelp') : t('inspections.help')}
        actions={
          role === 'office' && (
            <Button kind="primary" icon="plus" href="/inspections/new">
              {t('inspections.plan')}
            </Button>
          )
        }
      />
      <FilterBar
        fields={[
          {
            key: 'state',
            label: t('inspections.state'),
            control: (link) => (
              <Select
                {...link}
                value={filters.draft.state}
                onChange={(value) => filters.set('state', value)}
                options={choicesOf('inspection', states)}
                placeholder={t('frame.all')}
              />
            ),
          },
        ]}
        onSearch={filters.search}
        onReset={filters.reset}
      />
      <ListTable
        pages={pages}
        caption={t('menu.inspections')}
        empty={
          <NothingFound
            filtered={state !== undefined}
            title={t('inspections.none')}
            help={role === 'expert' ? t('inspections.noneExpertHelp') : t('inspections.noneHelp')}
          />
        }
        columns={[
          {
            key: 'title',
            title: t('inspections.project'),
            card: 'title',
            render: (row) => <a href={`/inspections/${row.id}`}>{row.title}</a>,
          },
          { key: 'unit', title: t('inspections.unit'), render: (row) => row.unitName },
          { key: 'visitOn', title: t('inspections.visitOn'), render: (row) => formatDate(row.visitOn), nowrap: true },
          {
            key: 'state',
            title: t('inspections.state'),
            render: (row) => <StateTag group="inspection" state={row.state} />,
          },
          {
            key: 'sheets',
            title: t('inspections.records'),
            nowrap: true,
            render: (row) => t('inspections.sealedOf', { sealed: row.sheetsSealed, total: row.sheetsTotal }),
          },
        ]}
      />
    </>
  )
}
