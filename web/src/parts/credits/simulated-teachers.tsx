import type { OutputOf } from '../../call.ts'
import { choicesOf } from '../../frame/choices.ts'
import { choiceFilter, textFilter } from '../../frame/filter-fields.tsx'
import { ListTable } from '../../frame/list-table.tsx'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { useFilters } from '../../frame/use-filters.ts'
import { useActing } from '../../session.ts'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Tag } from '../../ui/tag.tsx'
import { usePages } from '../../use-pages.ts'
import { t, wordFor } from '../../words/words.ts'
import { figure } from './requirement-bar.tsx'

const outcomes = ['falls', 'short', 'lifted', 'met'] as const
const tones = { falls: 'red', short: 'amber', lifted: 'green', met: 'neutral' } as const
type Row = OutputOf<'listSimulatedTeachers'>['items'][number]
type Side = Row['after']

function Standing({ side }: { side: Side | null }) {
  if (side === null) return <>—</>
  const earned = figure(side.total)
  return (
    <>{side.met ? t('policies.sideMet', { earned }) : t('policies.sideShort', { earned, short: figure(side.short) })}</>
  )
}

/** 逐人对照: those who fall short first; everybody goes into the workbook. */
export function SimulatedTeachers({ simulation }: { simulation: OutputOf<'readSimulation'> }) {
  const { id, schools, before } = simulation
  const { district } = useActing()
  const filters = useFilters('outcome', 'school', 'name')
  const { name, school } = filters.applied
  const chosen = outcomes.find((one) => one === filters.applied.outcome)
  const outcome = chosen ?? (school !== undefined && name === undefined ? 'short' : undefined)
  const pages = usePages('listSimulatedTeachers', (after) => ({
    params: { district, id },
    query: { after, name, school, outcome },
  }))
  return (
    <>
      <h2 class="policy-heading">{t('policies.eachTeacher')}</h2>
      <FilterBar
        fields={[
          choiceFilter(filters, 'outcome', t('policies.outcome'), choicesOf('outcome', outcomes)),
          choiceFilter(
            filters,
            'school',
            t('policies.school'),
            schools.map((one) => ({ value: one.key, label: one.name })),
          ),
          textFilter(filters, 'name', t('frame.person')),
        ]}
        onSearch={filters.search}
        onReset={filters.reset}
      />
      <ListTable
        pages={pages}
        personal
        caption={t('policies.eachTeacher')}
        empty={<NothingFound filtered={Object.keys(filters.applied).length > 0} title={t('policies.nobody')} />}
        columns={[
          {
            key: 'name',
            title: t('frame.person'),
            render: (row) => <a href={`/transcripts/${row.id}`}>{row.name}</a>,
            card: 'title',
          },
          { key: 'school', title: t('policies.school'), render: (row) => row.schoolName },
          { key: 'phase', title: t('credits.phase'), render: (row) => wordFor('phase', row.phase), nowrap: true },
          {
            key: 'outcome',
            title: t('policies.outcome'),
            render: (row) => <Tag tone={tones[row.outcome]}>{wordFor('outcome', row.outcome)}</Tag>,
          },
          ...(before
            ? [{ key: 'before', title: t('policies.oldOne'), render: (row: Row) => <Standing side={row.before} /> }]
            : []),
          { key: 'after', title: t('policies.newOne'), render: (row) => <Standing side={row.after} /> },
          { key: 'lacking', title: t('policies.lackingNow'), render: (row) => row.lacking.join('、') || '—' },
        ]}
      />
    </>
  )
}
