import { useState } from 'preact/hooks'
import { ListTable } from '../../frame/list-table.tsx'
import { enters } from '../../frame/menu-table.ts'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { useFilters } from '../../frame/use-filters.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { usePages } from '../../use-pages.ts'
import { formatDate } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { ProviderDialog } from './provider-dialog.tsx'
import { RosterHead } from './roster-head.tsx'

export function ProvidersPage() {
  const { district, role } = useActing()
  const filters = useFilters('q')
  const { q } = filters.applied
  const pages = usePages('listProviders', (after) => ({ params: { district }, query: { q, after } }))
  const [adding, setAdding] = useState(false)
  const mayAdd = enters(role, 'newProvider')
  return (
    <>
      <RosterHead
        title={t('menu.providers')}
        help={t('teachers.providersHelp')}
        filters={filters}
        placeholder={t('teachers.providerSearch')}
        actions={
          mayAdd && (
            <>
              <Button icon="upload" href="/providers/import">
                {t('frame.import')}
              </Button>
              <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>
                {t('teachers.newProvider')}
              </Button>
            </>
          )
        }
      />
      <ListTable
        pages={pages}
        caption={t('menu.providers')}
        empty={
          <NothingFound
            filtered={q !== undefined}
            title={t('teachers.noProviders')}
            action={mayAdd && <Button href="/providers/import">{t('frame.import')}</Button>}
          />
        }
        columns={[
          {
            key: 'name',
            title: t('teachers.providerName'),
            render: (row) => <a href={`/providers/${row.id}`}>{row.name}</a>,
            card: 'title',
          },
          {
            key: 'levels',
            title: t('teachers.levels'),
            render: (row) => row.levels.map((level) => wordFor('level', level)).join('、'),
          },
          {
            key: 'span',
            title: t('teachers.accredited'),
            nowrap: true,
            render: (row) => `${formatDate(row.accreditedFrom)} ${t('ui.to')} ${formatDate(row.accreditedTo)}`,
          },
          {
            key: 'standing',
            title: t('providers.standing'),
            render: (row) => <StateTag group="accreditation" state={row.standing} />,
          },
        ]}
      />
      <ProviderDialog open={adding} onClose={() => setAdding(false)} />
    </>
  )
}
