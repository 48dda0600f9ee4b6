import { choicesOf } from '../../frame/choices.ts'
import { choiceFilter } from '../../frame/filter-fields.tsx'
import { ListTable } from '../../frame/list-table.tsx'
import { enters } from '../../frame/menu-table.ts'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { useFilters } from '../../frame/use-filters.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { Tag } from '../../ui/tag.tsx'
import { type ItemOf, usePages } from '../../use-pages.ts'
import { formatInstant, formatShare } from '../../words/format.ts'
import { t } from '../../words/words.ts'

type Card = ItemOf<'listSurveys'>

const states = ['draft', 'open', 'closed'] as const

/** Where a survey leads to for whoever sees it: a teacher answers. */
function addressOfSurvey(row: Card): string {
  return row.mine === null ? `/surveys/${row.id}` : `/surveys/${row.id}/answer`
}

function nameOf(row: Card) {
  return <a href={addressOfSurvey(row)}>{row.title}</a>
}

function mark(row: Card) {
  if (row.mine === null || row.state === 'closed') return <StateTag group="survey" state={row.state} />
  return row.mine === 'taken' ? <Tag tone="blue">{t('surveys.taken')}</Tag> : <StateTag group="survey" state="open" />
}

/** 匿名问卷: those of a unit, of the district, or those handed to a teacher. */
export function SurveysPage() {
  const { district, role } = useActing()
  const filters = useFilters('state', 'cohort')
  const { state, cohort } = filters.applied
  const pages = usePages('listSurveys', (after) => ({
    params: { district },
    query: { limit: 20, after, state: states.find((one) => one === state), cohort },
  }))
  const teacher = role === 'teacher'
  const add = enters(role, 'newSurvey') && (
    <Button kind="primary" icon="plus" href="/surveys/new">
      {t('surveys.new')}
    </Button>
  )
  return (
    <>
      <PageHead
        title={t('surveys.title')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('surveys.title') }]}
        help={teacher ? t('surveys.mineHelp') : t('surveys.help')}
        actions={add}
      />
      <div class="stack">
        {!teacher && (
          <FilterBar
            fields={[choiceFilter(filters, 'state', t('surveys.state'), choicesOf('survey', states))]}
            onSearch={filters.search}
            onReset={filters.reset}
          />
        )}
        <ListTable
          pages={pages}
          caption={t('surveys.title')}
          empty={
            <NothingFound
              filtered={Object.keys(filters.applied).length > 0}
              title={teacher ? t('surveys.noneMine') : t('surveys.none')}
              help={teacher ? undefined : t('surveys.noneHelp')}
              action={add}
            />
          }
          columns={[
            { key: 'title', title: t('surveys.name'), card: 'title', render: nameOf },
            { key: 'subject', title: t('surveys.subject'), render: (row) => row.subjectTitle },
            { key: 'state', title: t('surveys.state'), nowrap: true, render: mark },
            { key: 'until', title: t('surveys.until'), nowrap: true, render: (row) => formatInstant(row.until) },
            ...(teacher
              ? []
              : [
                  {
                    key: 'rate',
                    title: t('surveys.rate'),
                    align: 'right' as const,
                    nowrap: true,
                    render: (row: Card) =>
                      row.invited === 0
                        ? t('ui.none')
                        : `${formatShare(row.answered / row.invited)}（${t('surveys.rateOf', row)}）`,
                  },
                ]),
          ]}
        />
      </div>
    </>
  )
}
