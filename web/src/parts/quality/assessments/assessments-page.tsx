import '../quality.css'
import './assessments.css'
import { choiceFilter } from '../../../frame/filter-fields.tsx'
import { ListTable } from '../../../frame/list-table.tsx'
import { NothingFound } from '../../../frame/nothing-found.tsx'
import { useFilters } from '../../../frame/use-filters.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import type { Column } from '../../../ui/data-table.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateTag } from '../../../ui/state-tag.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { type ItemOf, usePages } from '../../../use-pages.ts'
import { formatInstant, formatNumber } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'
import { BandTag } from '../evaluations/band-tag.tsx'
import { type Cell, cellOf, changeOf, monthsShown } from './month-cells.ts'

type Row = ItemOf<'listAssessments'>
const two = (value: number) => formatNumber(value, 2)
/** Closed months beside the open one, and how many of them show until the reader asks for more: a year would not fit a screen. */
const MONTHS = 6
const SHOWN_MONTHS = 3

/** Up or down in a sign and in words: never by colour alone. */
function Change({ change }: { change: number | null }) {
  if (change === null || change === 0) return null
  const words = change > 0 ? t('assessments.up', { n: two(change) }) : t('assessments.down', { n: two(-change) })
  return (
    <small class="muted" title={words}>
      {change > 0 ? '↑' : '↓'}
      {two(Math.abs(change))}
    </small>
  )
}

function MonthCell({ cell }: { cell: Cell | null }) {
  if (cell === null) return null
  return (
    <span class="assessment-cell">
      {cell.total === null ? t('ui.none') : two(cell.total)} <Change change={cell.change} />
      {cell.late && <Tag tone="amber">{t('assessments.late')}</Tag>}
    </span>
  )
}

function columnsOf(rows: readonly Row[]): Column<Row>[] {
  const months = monthsShown(
    rows.map(({ trend }) => trend),
    MONTHS,
  )
  return [
    {
      key: 'title',
      title: t('assessments.project'),
      card: 'title',
      fixed: true,
      render: (row) => <a href={`/projects/${row.projectId}/assessment`}>{row.title}</a>,
    },
    { key: 'unit', title: t('assessments.unit'), render: (row) => row.unitName },
    ...months.map(
      (month, place): Column<Row> => ({
        key: month,
        title: month,
        align: 'right',
        nowrap: true,
        hidden: place < months.length - SHOWN_MONTHS,
        render: (row) => <MonthCell cell={cellOf(row.trend, month)} />,
      }),
    ),
    {
      key: 'total',
      title: t('assessments.now'),
      align: 'right',
      nowrap: true,
      render: (row) => (
        <span class="assessment-cell">
          {row.total === null ? t('ui.none') : <strong>{two(row.total)}</strong>}{' '}
          <Change change={changeOf(row.trend[row.trend.length - 1]?.total ?? null, row.total)} />
        </span>
      ),
    },
    { key: 'band', title: t('assessments.band'), render: (row) => <BandTag band={row.band} /> },
    {
      key: 'coverage',
      title: t('assessments.present'),
      align: 'right',
      nowrap: true,
      hidden: true,
      render: (row) => `${two(row.present)} / ${two(row.measurable)}`,
    },
    {
      key: 'alarms',
      title: t('assessments.alarms'),
      nowrap: true,
      render: (row) =>
        row.standing === 0 ? (
          <span class="muted">{t('assessments.noAlarms')}</span>
        ) : (
          <Tag tone={row.alarms > 0 ? 'accent' : 'blue'}>
            {row.alarms > 0
              ? t('assessments.waiting', { n: row.alarms })
              : t('assessments.alarmsOf', { n: row.standing })}
          </Tag>
        ),
    },
    { key: 'state', title: t('assessments.state'), render: (row) => <StateTag group="assessment" state={row.state} /> },
    {
      key: 'computedAt',
      title: t('assessments.computedAt'),
      nowrap: true,
      hidden: true,
      render: (row) => formatInstant(row.computedAt),
    },
  ]
}

/** 动态考核: every project by month; a bureau sees all, a unit its own. */
export function AssessmentsPage() {
  const { district, role } = useActing()
  const filters = useFilters('alarms')
  const alarms = filters.applied.alarms === 'standing' ? ('standing' as const) : undefined
  const pages = usePages('listAssessments', (after) => ({ params: { district }, query: { alarms, after } }))
  return (
    <>
      <PageHead
        title={t('assessments.title')}
        help={t('assessments.help')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.assessments') }]}
        actions={
          <>
            <Button href="/assessments/alarms">{t('assessments.allAlarms')}</Button>
            {role === 'office' && <Button href="/settings/assessment">{t('assessments.toSetting')}</Button>}
          </>
        }
      />
      <FilterBar
        onSearch={filters.search}
        onReset={filters.reset}
        fields={[
          choiceFilter(filters, 'alarms', t('assessments.alarms'), [
            { value: 'standing', label: t('assessments.onlyAlarms') },
          ]),
        ]}
      />
      <ListTable
        // which months stand back is known when they have come
        key={String(pages.query.data !== undefined)}
        pages={pages}
        caption={t('assessments.matrix')}
        storageKey="assessments"
        empty={
          <NothingFound
            filtered={alarms !== undefined}
            title={t('assessments.none')}
            help={t('assessments.noneHelp')}
          />
        }
        columns={columnsOf(pages.items)}
      />
      <p class="muted">{t('assessments.matrixHelp')}</p>
    </>
  )
}
