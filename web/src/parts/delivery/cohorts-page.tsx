import './delivery.css'
import { useMemo } from 'preact/hooks'
import { choicesOf, oneOf } from '../../frame/choices.ts'
import { choiceFilter } from '../../frame/filter-fields.tsx'
import { ListTable } from '../../frame/list-table.tsx'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { useFilters } from '../../frame/use-filters.ts'
import { useNow } from '../../frame/use-now.ts'
import { useActing } from '../../session.ts'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { usePages } from '../../use-pages.ts'
import { formatDate, formatInstant, formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { CalendarButton } from './calendar-button.tsx'

const states = ['planned', 'nominating', 'ready', 'running', 'concluding', 'concluded', 'cancelled'] as const

/** Terms around today, the newest first: next, this and four before. */
function termsAround(today: string) {
  const year = Number(today.slice(0, 4))
  const all = [year + 1, year, year - 1, year - 2].flatMap((one) => [
    { value: `${one}-autumn`, label: t('cohorts.termAutumn', { year: one }), from: `${one}-08` },
    { value: `${one}-spring`, label: t('cohorts.termSpring', { year: one }), from: `${one}-02` },
  ])
  const now = all.findIndex(({ from }) => from <= today)
  return all.slice(Math.max(0, now - 1), now + 5)
}

export function CohortsPage() {
  const { district, role } = useActing()
  const filters = useFilters('state', 'term', 'of')
  const now = useNow()
  const terms = useMemo(() => termsAround(formatDate(now)), [now.slice(0, 10)])
  const unit = ['school_admin', 'provider'].includes(role)
  const { applied } = filters
  const state = applied.state === undefined ? undefined : oneOf(states, applied.state)
  const of: 'own' | 'published' = applied.of === 'own' ? 'own' : 'published'
  const pages = usePages('listCohorts', (after) => ({
    params: { district },
    query: { state, term: applied.term, of, after },
  }))
  return (
    <>
      <PageHead
        title={t('menu.cohorts')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.cohorts') }]}
        help={t('cohorts.listHelp')}
        actions={['school_admin', 'registrar'].includes(role) && <CalendarButton renewable name={t('menu.cohorts')} />}
      />
      <FilterBar
        onSearch={filters.search}
        onReset={filters.reset}
        fields={[
          choiceFilter(filters, 'state', t('frame.state'), choicesOf('cohort', states)),
          choiceFilter(filters, 'term', t('cohorts.term'), terms),
          ...(unit
            ? [
                choiceFilter(
                  filters,
                  'of',
                  t('cohorts.of'),
                  [{ value: 'own', label: t('cohorts.of.own') }],
                  t('cohorts.of.published'),
                ),
              ]
            : []),
        ]}
      />
      <ListTable
        pages={pages}
        caption={t('menu.cohorts')}
        storageKey="cohorts"
        empty={
          <NothingFound
            filtered={state !== undefined || applied.term !== undefined || of === 'own'}
            title={t('cohorts.none')}
            help={t('cohorts.noneHelp')}
          />
        }
        columns={[
          {
            key: 'title',
            title: t('cohorts.name'),
            render: (row) => <a href={`/cohorts/${row.id}`}>{row.title}</a>,
            card: 'title',
            fixed: true,
          },
          { key: 'state', title: t('frame.state'), render: (row) => <StateTag group="cohort" state={row.state} /> },
          { key: 'unit', title: t('cohorts.unit'), render: (row) => row.unitName },
          { key: 'topic', title: t('cohorts.topic'), render: (row) => row.topic, hidden: true },
          { key: 'level', title: t('cohorts.level'), render: (row) => wordFor('level', row.level), nowrap: true },
          {
            key: 'dates',
            title: t('cohorts.dates'),
            nowrap: true,
            render: (row) => t('cohorts.datesOf', { from: formatDate(row.startsOn), to: formatDate(row.endsOn) }),
          },
          {
            key: 'places',
            title: t('cohorts.places'),
            align: 'right',
            nowrap: true,
            render: (row) =>
              t('cohorts.placesTaken', { taken: formatNumber(row.taken), places: formatNumber(row.places) }),
          },
          {
            key: 'nominateUntil',
            title: t('cohorts.nominateUntil'),
            nowrap: true,
            render: (row) => (row.nominateUntil === null ? t('ui.none') : formatInstant(row.nominateUntil)),
          },
          {
            key: 'provider',
            title: t('cohorts.provider'),
            render: (row) => row.providerName ?? t('ui.none'),
            hidden: true,
          },
        ]}
      />
    </>
  )
}
