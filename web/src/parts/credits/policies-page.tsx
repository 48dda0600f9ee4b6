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
import { usePages } from '../../use-pages.ts'
import { formatInstant } from '../../words/format.ts'
import { t } from '../../words/words.ts'

const states = ['draft', 'published', 'retired'] as const

/** 学分办法: every version of every policy of the bureau. */
export function PoliciesPage() {
  const { district, role } = useActing()
  const filters = useFilters('state')
  const state = states.find((one) => one === filters.applied.state)
  const pages = usePages('listPolicies', (after) => ({ params: { district }, query: { after, state } }))
  const create = enters(role, 'newPolicy') && (
    <Button kind="primary" icon="plus" href="/policies/new">
      {t('policies.new')}
    </Button>
  )
  return (
    <>
      <PageHead
        title={t('menu.policies')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.policies') }]}
        help={t('policies.help')}
        actions={create}
      />
      <FilterBar
        fields={[choiceFilter(filters, 'state', t('frame.state'), choicesOf('policy', states))]}
        onSearch={filters.search}
        onReset={filters.reset}
      />
      <ListTable
        pages={pages}
        caption={t('menu.policies')}
        empty={
          <NothingFound
            filtered={state !== undefined}
            title={t('policies.none')}
            help={t('policies.noneHelp')}
            action={create}
          />
        }
        columns={[
          {
            key: 'title',
            title: t('frame.name'),
            render: (row) => <a href={`/policies/${row.id}`}>{row.title}</a>,
            card: 'title',
          },
          { key: 'no', title: t('policies.no'), render: (row) => t('policies.nth', { n: row.no }), nowrap: true },
          {
            key: 'state',
            title: t('frame.state'),
            render: (row) => (
              <>
                <StateTag group="policy" state={row.state} />{' '}
                {row.inForce && <Tag tone="green">{t('policies.inForce')}</Tag>}
              </>
            ),
            nowrap: true,
          },
          { key: 'validFrom', title: t('policies.validFrom'), render: (row) => row.validFrom, nowrap: true },
          {
            key: 'publishedAt',
            title: t('policies.publishedAt'),
            render: (row) => (row.publishedAt ? formatInstant(row.publishedAt) : '—'),
            nowrap: true,
          },
        ]}
      />
    </>
  )
}
