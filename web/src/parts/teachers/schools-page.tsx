import { useState } from 'preact/hooks'
import { ListTable } from '../../frame/list-table.tsx'
import { enters } from '../../frame/menu-table.ts'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { useFilters } from '../../frame/use-filters.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { usePages } from '../../use-pages.ts'
import { t, wordFor } from '../../words/words.ts'
import { RosterHead } from './roster-head.tsx'
import { type School, SchoolDialog } from './school-dialog.tsx'

export function SchoolsPage() {
  const { district, role } = useActing()
  const filters = useFilters('q')
  const { q } = filters.applied
  const pages = usePages('listSchools', (after) => ({ params: { district }, query: { q, after } }))
  const [editing, setEditing] = useState<School | 'new' | null>(null)
  const mayAdd = enters(role, 'newSchool')
  const actions = mayAdd && (
    <>
      <Button icon="upload" href="/schools/import">
        {t('frame.import')}
      </Button>
      <Button kind="primary" icon="plus" onClick={() => setEditing('new')}>
        {t('teachers.newSchool')}
      </Button>
    </>
  )
  return (
    <>
      <RosterHead
        title={t('menu.schools')}
        filters={filters}
        placeholder={t('teachers.schoolSearch')}
        actions={actions}
      />
      <ListTable
        pages={pages}
        caption={t('menu.schools')}
        storageKey="schools"
        empty={
          <NothingFound
            filtered={q !== undefined}
            title={t('teachers.noSchools')}
            help={t('teachers.noSchoolsHelp')}
            action={mayAdd && <Button href="/schools/import">{t('frame.import')}</Button>}
          />
        }
        columns={[
          { key: 'name', title: t('teachers.schoolName'), render: (row) => row.name, card: 'title', fixed: true },
          { key: 'code', title: t('teachers.schoolCode'), render: (row) => row.code, nowrap: true },
          { key: 'area', title: t('teachers.area'), render: (row) => wordFor('area', row.area) },
          { key: 'phase', title: t('teachers.phase'), render: (row) => wordFor('phase', row.phase) },
          {
            key: 'actions',
            title: t('ui.actions'),
            card: 'bare',
            fixed: true,
            render: (row) =>
              row.actions.includes('edit') ? (
                <Button kind="text" size="small" onClick={() => setEditing(row)}>
                  {t('frame.edit')}
                </Button>
              ) : (
                t('ui.none')
              ),
          },
        ]}
      />
      <SchoolDialog
        open={editing !== null}
        school={editing === 'new' ? null : editing}
        onClose={() => setEditing(null)}
      />
    </>
  )
}
