import { useState } from 'preact/hooks'
import { ExportMenu } from '../../frame/export-menu.tsx'
import { ListState } from '../../frame/list-state.tsx'
import { enters } from '../../frame/menu-table.ts'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { useFilters } from '../../frame/use-filters.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Select } from '../../ui/select.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { usePages } from '../../use-pages.ts'
import { t } from '../../words/words.ts'
import { useToday } from '../training/use-today.ts'
import { PlanItems } from './plan-items.tsx'

const span = 3

/** 年度工作安排 of a year, as it was imported. */
export function PlansPage() {
  const { district, role } = useActing()
  const filters = useFilters('year')
  const thisYear = Number(useToday().slice(0, 4))
  const chosen = Number(filters.applied.year)
  const year = Number.isInteger(chosen) && chosen >= 2000 && chosen <= 2100 ? chosen : thisYear
  const [shown, setShown] = useState('all')
  const { query, items, pager, exportAddress } = usePages('listPlanItems', (after) => ({
    params: { district },
    query: { year, limit: 100, after },
  }))
  const doubtful = items.filter(({ doubts }) => doubts.length > 0)
  const years = [...new Set([year, ...Array.from({ length: 2 * span + 1 }, (_, at) => thisYear + span - at)])]
  const importing = enters(role, 'importPlan') && (
    <Button kind="primary" icon="upload" href={`/plans/import?year=${year}`}>
      {t('frame.import')}
    </Button>
  )
  return (
    <>
      <PageHead
        title={t('plans.ofYear', { year })}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.plans') }]}
        help={t('plans.help')}
        actions={
          <>
            <Button icon="print" onClick={() => print()}>
              {t('ui.print')}
            </Button>
            {importing}
          </>
        }
      />
      <FilterBar
        onSearch={filters.search}
        onReset={filters.reset}
        fields={[
          {
            key: 'year',
            label: t('plans.year'),
            control: (link) => (
              <Select
                {...link}
                value={filters.draft.year || String(year)}
                onChange={(value) => filters.set('year', value)}
                options={years.sort((a, b) => b - a).map((one) => ({ value: String(one), label: String(one) }))}
                placeholder={null}
              />
            ),
          },
        ]}
      />
      <section class="card">
        <Tabs
          name={t('menu.plans')}
          current={shown}
          onChange={setShown}
          tabs={[
            { key: 'all', title: t('frame.all'), count: items.length },
            { key: 'doubts', title: t('plans.withDoubts'), count: doubtful.length },
          ]}
        >
          <ListState
            query={query}
            empty={
              <NothingFound
                filtered={false}
                title={t('plans.nothing', { year })}
                help={t('plans.nothingHelp')}
                action={importing}
              />
            }
          >
            {() => (
              <>
                <ExportMenu address={exportAddress} />
                <PlanItems items={shown === 'doubts' ? doubtful : items} />
              </>
            )}
          </ListState>
        </Tabs>
        {(pager.onPrevious || pager.onNext) && <Pager {...pager} />}
      </section>
    </>
  )
}
