import { CONFLICT_RULES } from '@shixun/domain/quality/conflicts/conflict-rules'
import { call } from '../../../call.ts'
import { choicesOf, oneOf } from '../../../frame/choices.ts'
import { choiceFilter } from '../../../frame/filter-fields.tsx'
import { ListTable } from '../../../frame/list-table.tsx'
import { MoveButtons } from '../../../frame/move-buttons.tsx'
import { NothingFound } from '../../../frame/nothing-found.tsx'
import { useFilters } from '../../../frame/use-filters.ts'
import { useActing } from '../../../session.ts'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { usePages } from '../../../use-pages.ts'
import { formatInstant } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'

const rules = [...CONFLICT_RULES, 'declared'] as const

/** 回避记录: everybody who stepped aside, as an auditor asks for it. */
export function RecusalsPage() {
  const { district } = useActing()
  const filters = useFilters('rule', 'person', 'application')
  const { person, application } = filters.applied
  const rule = filters.applied.rule === undefined ? undefined : oneOf(rules, filters.applied.rule)
  const filtered = (rule ?? person ?? application) !== undefined
  const pages = usePages('listRecusals', (after) => ({
    params: { district },
    query: { rule, person, application, after },
  }))
  return (
    <>
      <PageHead
        title={t('conflicts.recusals')}
        help={t('conflicts.recusalsHelp')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('conflicts.recusals') }]}
      />
      <FilterBar
        onSearch={filters.search}
        onReset={filters.reset}
        fields={[choiceFilter(filters, 'rule', t('conflicts.rule'), choicesOf('conflictRule', rules))]}
      />
      <ListTable
        pages={pages}
        caption={t('conflicts.recusals')}
        storageKey="recusals"
        empty={
          <NothingFound filtered={filtered} title={t('conflicts.noRecusals')} help={t('conflicts.noRecusalsHelp')} />
        }
        columns={[
          {
            key: 'person',
            title: t('conflicts.person'),
            card: 'title',
            fixed: true,
            render: (row) => (
              <>
                {row.personName}
                {row.liftedAt !== null && <Tag>{t('conflicts.lifted')}</Tag>}
              </>
            ),
          },
          { key: 'role', title: t('conflicts.role'), render: (row) => wordFor('role', row.role), nowrap: true },
          { key: 'rule', title: t('conflicts.rule'), render: (row) => wordFor('conflictRule', row.rule), nowrap: true },
          { key: 'detail', title: t('conflicts.detail'), render: (row) => row.detail },
          { key: 'how', title: t('conflicts.how'), render: (row) => wordFor('recusalHow', row.how), nowrap: true },
          {
            key: 'item',
            title: t('conflicts.item'),
            render: (row) => (row.recused ? row.title : <a href={`/applications/${row.applicationId}`}>{row.title}</a>),
          },
          { key: 'unit', title: t('conflicts.unit'), render: (row) => row.unitName },
          { key: 'at', title: t('conflicts.at'), render: (row) => formatInstant(row.at), nowrap: true },
          {
            key: 'actions',
            title: t('ui.actions'),
            card: 'bare',
            render: (row) => (
              <MoveButtons
                size="small"
                quiet
                offered={row.actions}
                moves={[
                  {
                    action: 'lift',
                    label: t('conflicts.lift'),
                    message: t('conflicts.liftHelp'),
                    note: 'required',
                    send: (note = '') =>
                      call('liftRecusal', { params: { district, id: row.id }, body: { note }, ifMatch: row.version }),
                  },
                ]}
              />
            ),
          },
        ]}
      />
    </>
  )
}
