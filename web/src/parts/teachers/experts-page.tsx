import { choicesOf, phases } from '../../frame/choices.ts'
import { choiceFilter, textFilter } from '../../frame/filter-fields.tsx'
import { ListTable } from '../../frame/list-table.tsx'
import { enters } from '../../frame/menu-table.ts'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { useFilters } from '../../frame/use-filters.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { usePages } from '../../use-pages.ts'
import { t, wordFor } from '../../words/words.ts'
import { ExpertStateTag, expertStates } from './expert-state.tsx'

export function ExpertsPage() {
  const { district, role } = useActing()
  const filters = useFilters('q', 'subject', 'phase', 'state')
  const { q, subject, phase, state } = filters.applied
  const pages = usePages('listExperts', (after) => ({
    params: { district },
    query: {
      q,
      subject,
      phase: phases.find((one) => one === phase),
      state: expertStates.find((one) => one === state),
      after,
    },
  }))
  const mayAdd = enters(role, 'newExpert')
  return (
    <>
      <PageHead
        title={t('menu.experts')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.experts') }]}
        help={t('teachers.expertsHelp')}
        actions={
          mayAdd && (
            <>
              <Button icon="upload" href="/experts/import">
                {t('frame.import')}
              </Button>
              <Button kind="primary" icon="plus" href="/experts/new">
                {t('teachers.newExpert')}
              </Button>
            </>
          )
        }
      />
      <FilterBar
        onSearch={filters.search}
        onReset={filters.reset}
        unfolded={state !== undefined}
        fields={[
          textFilter(filters, 'q', t('frame.person'), {
            type: 'search',
            placeholder: t('teachers.expertSearch'),
            maxLength: 40,
          }),
          textFilter(filters, 'subject', t('teachers.subject'), { maxLength: 20 }),
          choiceFilter(filters, 'phase', t('teachers.phase'), choicesOf('phase', phases)),
          choiceFilter(filters, 'state', t('frame.state'), choicesOf('expertState', expertStates)),
        ]}
      />
      <ListTable
        pages={pages}
        caption={t('menu.experts')}
        empty={
          <NothingFound
            filtered={[q, subject, phase, state].some((one) => one !== undefined)}
            title={t('teachers.noExperts')}
            help={t('teachers.noExpertsHelp')}
            action={mayAdd && <Button href="/experts/import">{t('frame.import')}</Button>}
          />
        }
        columns={[
          {
            key: 'name',
            title: t('frame.person'),
            render: (row) => <a href={`/experts/${row.id}`}>{row.name}</a>,
            card: 'title',
            nowrap: true,
          },
          { key: 'title', title: t('experts.jobTitle'), render: (row) => row.title || t('ui.none') },
          { key: 'subjects', title: t('teachers.subjects'), render: (row) => row.subjects.join('、') || t('ui.none') },
          {
            key: 'phases',
            title: t('teachers.phases'),
            render: (row) => row.phases.map((one) => wordFor('phase', one)).join('、') || t('ui.none'),
          },
          { key: 'state', title: t('frame.state'), render: (row) => <ExpertStateTag state={row.state} /> },
          {
            key: 'ties',
            title: t('teachers.ties'),
            render: (row) =>
              row.ties.map((tie) => `${tie.name}（${wordFor('tie', tie.kind)}）`).join('、') || t('ui.none'),
          },
        ]}
      />
    </>
  )
}
