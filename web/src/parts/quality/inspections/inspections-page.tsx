import { choicesOf } from '../../../frame/choices.ts'
import { choiceFilter } from '../../../frame/filter-fields.tsx'
import { ListTable } from '../../../frame/list-table.tsx'
import { NothingFound } from '../../../frame/nothing-found.tsx'
import { useFilters } from '../../../frame/use-filters.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateTag } from '../../../ui/state-tag.tsx'
import { usePages } from '../../../use-pages.ts'
import { formatDate } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'

const states = ['planned', 'sealed', 'released', 'cancelled'] as const

const units: readonly string[] = ['school_admin', 'registrar', 'provider']

function helpFor(role: string): string {
  if (role === 'expert') return t('inspections.expertHelp')
  return units.includes(role) ? t('inspections.unitHelp') : t('inspections.help')
}

function noneHelpFor(role: string): string {
  if (role === 'expert') return t('inspections.noneExpertHelp')
  return units.includes(role) ? t('inspections.noneUnitHelp') : t('inspections.noneHelp')
}

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
        help={helpFor(role)}
        actions={
          role === 'office' && (
            <Button kind="primary" icon="plus" href="/inspections/new">
              {t('inspections.plan')}
            </Button>
          )
        }
      />
      <FilterBar
        fields={[choiceFilter(filters, 'state', t('inspections.state'), choicesOf('inspection', states))]}
        onSearch={filters.search}
        onReset={filters.reset}
      />
      <ListTable
        pages={pages}
        caption={t('menu.inspections')}
        empty={<NothingFound filtered={state !== undefined} title={t('inspections.none')} help={noneHelpFor(role)} />}
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
