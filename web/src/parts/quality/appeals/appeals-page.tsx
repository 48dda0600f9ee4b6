import { choicesOf } from '../../../frame/choices.ts'
import { choiceFilter } from '../../../frame/filter-fields.tsx'
import { ListTable } from '../../../frame/list-table.tsx'
import { NothingFound } from '../../../frame/nothing-found.tsx'
import { useFilters } from '../../../frame/use-filters.ts'
import { useActing } from '../../../session.ts'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateTag } from '../../../ui/state-tag.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { usePages } from '../../../use-pages.ts'
import { formatDate, formatNumber } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'

const states = ['open', 'accepted', 'settled', 'dismissed', 'withdrawn'] as const

/** Appeals: the bureau's work on them, or one's own. */
export function AppealsPage() {
  const { district, role } = useActing()
  const filters = useFilters('state')
  const state = states.find((one) => one === filters.applied.state)
  const pages = usePages('listAppeals', (after) => ({ params: { district }, query: { state, after } }))
  const unit = role === 'school_admin' || role === 'provider'
  return (
    <>
      <PageHead
        title={t('menu.appeals')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.appeals') }]}
        help={unit ? t('appeals.unitHelp') : t('appeals.help')}
      />
      <FilterBar
        fields={[choiceFilter(filters, 'state', t('appeals.state'), choicesOf('appeal', states))]}
        onSearch={filters.search}
        onReset={filters.reset}
      />
      <ListTable
        pages={pages}
        caption={t('menu.appeals')}
        empty={
          <NothingFound
            filtered={state !== undefined}
            title={t('appeals.none')}
            help={unit ? t('appeals.noneUnitHelp') : t('appeals.noneHelp')}
          />
        }
        columns={[
          {
            key: 'title',
            title: t('appeals.subject'),
            card: 'title',
            render: (row) => <a href={`/appeals/${row.id}`}>{row.title}</a>,
          },
          { key: 'unit', title: t('evaluations.unit'), render: (row) => row.unitName },
          { key: 'state', title: t('appeals.state'), render: (row) => <StateTag group="appeal" state={row.state} /> },
          { key: 'filedOn', title: t('appeals.filedOn'), render: (row) => formatDate(row.filedOn), nowrap: true },
          {
            key: 'dueOn',
            title: t('appeals.dueOn'),
            nowrap: true,
            render: (row) => (
              <>
                {formatDate(row.dueOn)} {row.overdue && <Tag tone="red">{t('appeals.overdue')}</Tag>}
              </>
            ),
          },
          {
            key: 'way',
            title: t('appeals.way'),
            render: (row) => (row.way === null ? t('ui.none') : wordFor('appealWay', row.way)),
          },
          {
            key: 'total',
            title: t('appeals.total'),
            align: 'right',
            nowrap: true,
            render: (row) =>
              [row.totalBefore, row.totalAfter]
                .filter((value) => value !== null)
                .map((value) => formatNumber(value, 2))
                .join(' → '),
          },
        ]}
      />
    </>
  )
}
