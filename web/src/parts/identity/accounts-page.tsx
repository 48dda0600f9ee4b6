import './accounts.css'
import { textFilter } from '../../frame/filter-fields.tsx'
import { ListTable } from '../../frame/list-table.tsx'
import { enters } from '../../frame/menu-table.ts'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { useFilters } from '../../frame/use-filters.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { usePages } from '../../use-pages.ts'
import { t, wordFor } from '../../words/words.ts'
import { AccountButtons } from './account-buttons.tsx'
import { Invite } from './invite.tsx'

export function AccountsPage() {
  const { district, role } = useActing()
  const filters = useFilters('q')
  const { q } = filters.applied
  const pages = usePages('listAccounts', (after) => ({ params: { district }, query: { q, after } }))
  return (
    <>
      <PageHead
        title={t('menu.accounts')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.accounts') }]}
        help={t('accounts.help')}
        actions={
          enters(role, 'newAccount') && (
            <>
              <Invite />
              <Button icon="upload" href="/accounts/import">
                {t('frame.import')}
              </Button>
              <Button kind="primary" icon="plus" href="/accounts/new">
                {t('accounts.new')}
              </Button>
            </>
          )
        }
      />
      <FilterBar
        onSearch={filters.search}
        onReset={filters.reset}
        fields={[
          textFilter(filters, 'q', t('frame.keyword'), {
            type: 'search',
            placeholder: t('accounts.search'),
            maxLength: 40,
          }),
        ]}
      />
      <ListTable
        pages={pages}
        caption={t('menu.accounts')}
        empty={<NothingFound filtered={q !== undefined} title={t('accounts.none')} />}
        columns={[
          { key: 'name', title: t('frame.person'), render: (row) => row.name, card: 'title', nowrap: true },
          { key: 'username', title: t('identity.username'), render: (row) => row.username, nowrap: true },
          {
            key: 'roles',
            title: t('accounts.roles'),
            render: (row) =>
              row.memberships.map((one) => (
                <div key={one.id}>
                  {wordFor('role', one.role)}
                  {one.unitName && <span class="muted">（{one.unitName}）</span>}
                </div>
              )),
          },
          {
            key: 'state',
            title: t('frame.state'),
            nowrap: true,
            render: (row) => <StateTag group="account" state={row.state} />,
          },
          { key: 'actions', title: t('ui.actions'), card: 'bare', render: (row) => <AccountButtons account={row} /> },
        ]}
      />
    </>
  )
}
