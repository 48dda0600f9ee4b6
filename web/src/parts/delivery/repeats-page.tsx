import './enrolments.css'
import { REPEAT_RULES } from '@shixun/domain/delivery/repeat-rules'
import { choicesOf } from '../../frame/choices.ts'
import { choiceFilter } from '../../frame/filter-fields.tsx'
import { ListTable } from '../../frame/list-table.tsx'
import { loadUnits } from '../../frame/load-units.ts'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { QueryView } from '../../frame/query-view.tsx'
import { useFilters } from '../../frame/use-filters.ts'
import { useUnitFilter } from '../../frame/use-unit-filter.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { FilterBar, type FilterField } from '../../ui/filter-bar.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Select } from '../../ui/select.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { usePages } from '../../use-pages.ts'
import { useQuery } from '../../use-query.ts'
import { formatInstant } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { RepeatCharts } from './repeat-charts.tsx'

const outcomes = ['warned', 'blocked', 'waived', 'avoided'] as const
const rules = Object.keys(REPEAT_RULES) as (keyof typeof REPEAT_RULES)[]

/** 重复培训报告 of a term: figures by rule and school, and every finding with what became of it. */
export function RepeatsPage() {
  const { district, role, membership } = useActing()
  const filters = useFilters('term', 'rule', 'outcome', 'school')
  const { draft, applied } = filters
  const several = membership.unit === null
  const { term, school } = applied
  const rule = rules.find((one) => one === applied.rule)
  const outcome = outcomes.find((one) => one === applied.outcome)
  const summary = useQuery('readRepeatSummary', { params: { district }, query: { term, school } })
  const pages = usePages('listTrainingRepeats', (after) => ({
    params: { district },
    query: { term, rule, outcome, school, after },
  }))
  const named = pages.items.find(({ schoolId }) => schoolId === school)?.schoolName
  const ofSchool = useUnitFilter(
    filters,
    'school',
    t('enrol.school'),
    (text) => loadUnits('school', district, text),
    named,
  )
  const fields: FilterField[] = [
    {
      key: 'term',
      label: t('repeats.term'),
      control: (link) => (
        <Select
          {...link}
          value={draft.term || (summary.data?.term.key ?? '')}
          onChange={(value) => filters.set('term', value)}
          options={(summary.data?.terms ?? []).map(({ key, name }) => ({ value: key, label: name }))}
          placeholder={null}
        />
      ),
    },
    choiceFilter(filters, 'rule', t('repeats.rule'), choicesOf('repeatRule', rules)),
    choiceFilter(filters, 'outcome', t('repeats.outcome'), choicesOf('repeatOutcome', outcomes)),
  ]
  return (
    <>
      <PageHead
        title={t('repeats.title')}
        help={t('repeats.help')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('repeats.title') }]}
        actions={
          (role === 'office' || role === 'admin') && (
            <Button href="/settings/training-repeats">{t('repeats.rules')}</Button>
          )
        }
      />
      <FilterBar
        onSearch={filters.search}
        onReset={filters.reset}
        fields={several ? [...fields, ofSchool] : fields}
        unfolded={draft.school !== ''}
      />
      <div class="enrol-stack">
        <QueryView query={summary}>
          {({ figures }) =>
            figures.length > 0 ? <RepeatCharts figures={figures} several={several && !school} /> : null
          }
        </QueryView>
        <ListTable
          pages={pages}
          personal
          caption={t('repeats.title')}
          storageKey="repeats"
          empty={
            <NothingFound
              filtered={rule !== undefined || outcome !== undefined || school !== undefined}
              title={t('repeats.none')}
            />
          }
          columns={[
            {
              key: 'name',
              title: t('enrol.person'),
              render: (row) => row.name,
              card: 'title',
              fixed: true,
              nowrap: true,
            },
            { key: 'school', title: t('enrol.school'), width: '8rem', render: (row) => row.schoolName },
            {
              key: 'cohort',
              title: t('repeats.cohort'),
              width: '10rem',
              render: (row) => <a href={`/cohorts/${row.cohortId}?tab=roster`}>{row.cohortTitle}</a>,
            },
            { key: 'rule', title: t('repeats.rule'), render: (row) => wordFor('repeatRule', row.rule), nowrap: true },
            {
              key: 'other',
              title: t('repeats.other'),
              render: (row) => (
                <div>
                  {row.otherTitle}
                  <span class="finding-with">{row.detail}</span>
                </div>
              ),
            },
            {
              key: 'outcome',
              title: t('repeats.outcome'),
              render: (row) => <StateTag group="repeatOutcome" state={row.outcome} />,
              nowrap: true,
            },
            {
              key: 'waiver',
              title: t('repeats.waiver'),
              render: (row) =>
                row.waivedBy === null
                  ? t('ui.none')
                  : t('enrol.waivedBy', {
                      by: row.waivedBy,
                      at: formatInstant(row.waivedAt),
                      reason: row.waiverReason ?? '',
                    }),
            },
          ]}
        />
      </div>
    </>
  )
}
