import { choicesOf } from '../../../frame/choices.ts'
import { choiceFilter } from '../../../frame/filter-fields.tsx'
import { ListTable } from '../../../frame/list-table.tsx'
import { enters } from '../../../frame/menu-table.ts'
import { NothingFound } from '../../../frame/nothing-found.tsx'
import { useFilters } from '../../../frame/use-filters.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateTag } from '../../../ui/state-tag.tsx'
import { usePages } from '../../../use-pages.ts'
import { formatInstant } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'

const states = ['draft', 'published', 'retired'] as const

export function RubricsPage() {
  const { district, role } = useActing()
  const filters = useFilters('state')
  const state = states.find((one) => one === filters.applied.state)
  const pages = usePages('listRubrics', (after) => ({ params: { district }, query: { after, state } }))
  const create = enters(role, 'newRubric') && (
    <Button kind="primary" icon="plus" href="/rubrics/new">
      {t('quality.newRubric')}
    </Button>
  )
  return (
    <>
      <PageHead
        title={t('menu.rubrics')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.rubrics') }]}
        help={t('rubrics.listHelp')}
        actions={
          create && (
            <>
              <Button icon="upload" href="/rubrics/import">
                {t('rubrics.import')}
              </Button>
              {create}
            </>
          )
        }
      />
      <FilterBar
        onSearch={filters.search}
        onReset={filters.reset}
        busy={pages.query.busy}
        fields={[choiceFilter(filters, 'state', t('frame.state'), choicesOf('rubric', states), t('rubrics.anyState'))]}
      />
      <ListTable
        pages={pages}
        caption={t('menu.rubrics')}
        empty={
          <NothingFound
            filtered={state !== undefined}
            title={t('quality.noRubrics')}
            help={t('quality.noRubricsHelp')}
            action={create}
          />
        }
        columns={[
          {
            key: 'title',
            title: t('frame.name'),
            render: (row) => <a href={`/rubrics/${row.id}`}>{row.title || t('rubrics.untitled')}</a>,
            card: 'title',
          },
          { key: 'no', title: t('rubrics.version'), render: (row) => t('rubrics.nth', { n: row.no }), nowrap: true },
          {
            key: 'purpose',
            title: t('quality.purpose'),
            render: (row) => wordFor('purpose', row.purpose),
            nowrap: true,
          },
          { key: 'state', title: t('frame.state'), render: (row) => <StateTag group="rubric" state={row.state} /> },
          {
            key: 'publishedAt',
            title: t('rubrics.publishedAt'),
            render: (row) => (row.publishedAt ? formatInstant(row.publishedAt) : '—'),
            nowrap: true,
          },
          {
            key: 'createdAt',
            title: t('quality.createdAt'),
            render: (row) => formatInstant(row.createdAt),
            nowrap: true,
          },
        ]}
      />
    </>
  )
}
