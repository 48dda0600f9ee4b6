import { choicesOf } from '../../frame/choices.ts'
import { choiceFilter } from '../../frame/filter-fields.tsx'
import { ListTable } from '../../frame/list-table.tsx'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { useFilters } from '../../frame/use-filters.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { Tag } from '../../ui/tag.tsx'
import { type ItemOf, usePages } from '../../use-pages.ts'
import { formatDate } from '../../words/format.ts'
import { t } from '../../words/words.ts'

type Card = ItemOf<'listFollowUps'>

const states = ['waiting', 'submitted', 'rated', 'waived'] as const

function stateOf(row: Card) {
  return (
    <>
      <StateTag group="followUp" state={row.state} />
      {row.overdue && <Tag tone="red">{t('followUps.overdue')}</Tag>}
    </>
  )
}

/** 训后跟踪: a teacher's own, a school's teachers, a runner's cohorts. */
export function FollowUpsPage() {
  const { district, role } = useActing()
  const filters = useFilters('state', 'cohort')
  const { state, cohort } = filters.applied
  const pages = usePages('listFollowUps', (after) => ({
    params: { district },
    query: { limit: 50, after, state: states.find((one) => one === state), cohort },
  }))
  const teacher = role === 'teacher'
  const person = (row: Card) => <a href={`/follow-ups/${row.id}`}>{row.name}</a>
  // a school sees its own teachers in the cohorts of others, and not those cohorts as a whole
  const oversees = !['teacher', 'school_admin', 'registrar'].includes(role)
  const addressOf = (row: Card) => (teacher ? `/follow-ups/${row.id}` : `/cohorts/${row.cohortId}/follow-up`)
  const training = (row: Card) =>
    teacher || oversees ? <a href={addressOf(row)}>{row.cohortTitle}</a> : row.cohortTitle
  return (
    <>
      <PageHead
        title={t('followUps.title')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('followUps.title') }]}
        help={teacher ? t('followUps.mineHelp') : t('followUps.help')}
        actions={cohort && !teacher && <Button href={`/cohorts/${cohort}/follow-up`}>{t('followUps.overview')}</Button>}
      />
      <div class="stack">
        <FilterBar
          fields={[
            choiceFilter(filters, 'state', t('followUps.state'), choicesOf('followUp', states), t('followUps.allOf')),
          ]}
          onSearch={filters.search}
          onReset={filters.reset}
        />
        <ListTable
          pages={pages}
          personal
          caption={t('followUps.title')}
          empty={
            <NothingFound
              filtered={Object.keys(filters.applied).length > 0}
              title={t('followUps.none')}
              help={t('followUps.noneHelp')}
            />
          }
          columns={[
            ...(teacher ? [] : [{ key: 'name', title: t('followUps.name'), card: 'title' as const, render: person }]),
            ...(teacher
              ? []
              : [{ key: 'school', title: t('followUps.school'), render: (row: Card) => row.schoolName }]),
            {
              key: 'cohort',
              title: t('followUps.cohort'),
              card: teacher ? ('title' as const) : undefined,
              render: training,
            },
            {
              key: 'month',
              title: t('followUps.month'),
              nowrap: true,
              render: (row) => t('followUps.after', { n: row.month }),
            },
            { key: 'state', title: t('followUps.state'), nowrap: true, render: stateOf },
            { key: 'due', title: t('followUps.dueOn'), nowrap: true, render: (row) => formatDate(row.dueOn) },
          ]}
        />
      </div>
    </>
  )
}
