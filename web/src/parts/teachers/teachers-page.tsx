import { TEACHER_STATES } from '@shixun/domain/teachers/teacher-states'
import { phases } from '../../frame/choices.ts'
import { ListTable } from '../../frame/list-table.tsx'
import { enters } from '../../frame/menu-table.ts'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { useFilters } from '../../frame/use-filters.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { usePages } from '../../use-pages.ts'
import { t, wordFor } from '../../words/words.ts'
import { RosterFilters } from './roster-filters.tsx'

export function TeachersPage() {
  const { district, role } = useActing()
  const filters = useFilters('q', 'school', 'phase', 'subject', 'state')
  const { q, school, phase, subject, state } = filters.applied
  const conditions = {
    ...{ q, school, subject },
    phase: phases.find((one) => one === phase),
    state: TEACHER_STATES.find((one) => one === state),
  }
  const pages = usePages('listTeachers', (after) => ({ params: { district }, query: { ...conditions, after } }))
  const mayWrite = enters(role, 'newTeacher')
  const filtered = Object.keys(filters.applied).length > 0
  return (
    <>
      <PageHead
        title={t('menu.teachers')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.teachers') }]}
        actions={
          <>
            {enters(role, 'importArchive') && <Button href="/teachers/archives">{t('roster.archives')}</Button>}
            {mayWrite && (
              <>
                <Button icon="upload" href="/teachers/import">
                  {t('frame.import')}
                </Button>
                <Button kind="primary" icon="plus" href="/teachers/new">
                  {t('roster.new')}
                </Button>
              </>
            )}
          </>
        }
      />
      {role !== 'teacher' && (
        <RosterFilters
          filters={filters}
          several={role !== 'school_admin' && role !== 'registrar'}
          schoolName={school === undefined ? undefined : pages.items[0]?.schoolName}
        />
      )}
      <ListTable
        pages={pages}
        personal
        caption={t('menu.teachers')}
        storageKey="teachers"
        empty={
          <NothingFound
            filtered={filtered}
            title={t('teachers.noTeachers')}
            help={t('teachers.noTeachersHelp')}
            action={mayWrite && <Button href="/teachers/import">{t('frame.import')}</Button>}
          />
        }
        columns={[
          {
            key: 'name',
            title: t('frame.person'),
            render: (row) => <a href={`/teachers/${row.id}`}>{row.name}</a>,
            card: 'title',
            fixed: true,
            nowrap: true,
          },
          { key: 'school', title: t('menu.schools'), render: (row) => row.schoolName },
          { key: 'phase', title: t('teachers.phase'), render: (row) => wordFor('phase', row.phase), nowrap: true },
          { key: 'subject', title: t('teachers.subject'), render: (row) => row.subject, nowrap: true },
          { key: 'title', title: t('teachers.title'), render: (row) => row.title ?? t('ui.none'), nowrap: true },
          { key: 'posts', title: t('teachers.posts'), render: (row) => row.posts.join('、') || t('ui.none') },
          {
            key: 'documentType',
            title: t('teachers.documentType'),
            render: (row) => wordFor('document', row.documentType) || t('ui.none'),
            hidden: true,
          },
          {
            key: 'document',
            title: t('teachers.document'),
            render: (row) => row.documentMasked || t('ui.none'),
            nowrap: true,
          },
          {
            key: 'state',
            title: t('frame.state'),
            render: (row) => <StateTag group="teacher" state={row.state} />,
            hidden: state === undefined,
          },
        ]}
      />
    </>
  )
}
