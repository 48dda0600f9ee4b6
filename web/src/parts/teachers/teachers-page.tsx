import { ListTable } from '../../frame/list-table.tsx'
import { enters } from '../../frame/menu-table.ts'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { useFilters } from '../../frame/use-filters.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { usePages } from '../../use-pages.ts'
import { t, wordFor } from '../../words/words.ts'
import { RosterHead } from './roster-head.tsx'

export function TeachersPage() {
  const { district, role } = useActing()
  const filters = useFilters('q')
  const { q } = filters.applied
  const pages = usePages('listTeachers', (after) => ({ params: { district }, query: { q, after } }))
  const mayImport = enters(role, 'importTeachers')
  return (
    <>
      <RosterHead
        title={t('menu.teachers')}
        filters={filters}
        placeholder={t('teachers.teacherSearch')}
        actions={
          mayImport && (
            <Button kind="primary" icon="upload" href="/teachers/import">
              {t('frame.import')}
            </Button>
          )
        }
      />
      <ListTable
        pages={pages}
        personal
        caption={t('menu.teachers')}
        storageKey="teachers"
        empty={
          <NothingFound
            filtered={q !== undefined}
            title={t('teachers.noTeachers')}
            help={t('teachers.noTeachersHelp')}
          />
        }
        columns={[
          {
            key: 'name',
            title: t('frame.person'),
            render: (row) => row.name,
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
            render: (row) => wordFor('document', row.documentType),
            hidden: true,
          },
          { key: 'document', title: t('teachers.document'), render: (row) => row.documentMasked, nowrap: true },
        ]}
      />
    </>
  )
}
