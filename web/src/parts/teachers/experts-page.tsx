import { ListTable } from '../../frame/list-table.tsx'
import { enters } from '../../frame/menu-table.ts'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { useFilters } from '../../frame/use-filters.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { usePages } from '../../use-pages.ts'
import { t, wordFor } from '../../words/words.ts'
import { RosterHead } from './roster-head.tsx'

export function ExpertsPage() {
  const { district, role } = useActing()
  const filters = useFilters('q')
  const { q } = filters.applied
  const pages = usePages('listExperts', (after) => ({ params: { district }, query: { q, after } }))
  const mayAdd = enters(role, 'newExpert')
  return (
    <>
      <RosterHead
        title={t('menu.experts')}
        help={t('teachers.expertsHelp')}
        filters={filters}
        placeholder={t('teachers.expertSearch')}
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
      <ListTable
        pages={pages}
        caption={t('menu.experts')}
        empty={
          <NothingFound
            filtered={q !== undefined}
            title={t('teachers.noExperts')}
            help={t('teachers.noExpertsHelp')}
            action={mayAdd && <Button href="/experts/import">{t('frame.import')}</Button>}
          />
        }
        columns={[
          {
            key: 'name',
            title: t('frame.person'),
            render: (row) =>
              row.actions.includes('edit') ? <a href={`/experts/${row.id}/edit`}>{row.name}</a> : row.name,
            card: 'title',
            nowrap: true,
          },
          { key: 'subjects', title: t('teachers.subjects'), render: (row) => row.subjects.join('、') || t('ui.none') },
          {
            key: 'phases',
            title: t('teachers.phases'),
            render: (row) => row.phases.map((phase) => wordFor('phase', phase)).join('、') || t('ui.none'),
          },
          { key: 'past', title: t('teachers.pastSchools'), align: 'right', render: (row) => row.pastSchools.length },
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
