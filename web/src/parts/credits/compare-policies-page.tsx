import './policies.css'
import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useQuery } from '../../use-query.ts'
import { t, wordFor } from '../../words/words.ts'

const tones = { same: 'neutral', changed: 'amber', added: 'green', removed: 'red' } as const

/** 两版逐条对照. */
export function ComparePoliciesPage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const other = useLocation().query['with'] ?? ''
  const query = useQuery('comparePolicies', { params: { district, id }, query: { with: other } })
  const [all, setAll] = useState(false)
  const nameOf = (one: { title: string; no: number }) => `${one.title}（${t('policies.nth', { n: one.no })}）`
  return (
    <>
      <PageHead
        title={t('policies.compare')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.policies'), href: '/policies' },
          { label: query.data?.after.title ?? '', href: `/policies/${id}` },
          { label: t('policies.compare') },
        ]}
      />
      <QueryView query={query}>
        {({ before, after, sections }) => {
          const shown = sections
            .map((section) => ({
              ...section,
              clauses: section.clauses.filter(({ change }) => all || change !== 'same'),
            }))
            .filter(({ clauses }) => clauses.length > 0)
          return (
            <>
              <div class="card">
                <Checkbox checked={all} onChange={setAll}>
                  {t('policies.showSame')}
                </Checkbox>
              </div>
              {shown.length === 0 && (
                <div class="card">
                  <EmptyState title={t('policies.noDifference')} />
                </div>
              )}
              {shown.map(({ title, clauses }) => (
                <section class="card" key={title}>
                  <h2>{title}</h2>
                  <DataTable
                    caption={title}
                    rows={clauses}
                    rowKey={({ key, before: was, after: is }) => `${key}${was}${is}`}
                    columns={[
                      {
                        key: 'change',
                        title: t('policies.change'),
                        render: ({ change }) => <Tag tone={tones[change]}>{wordFor('clauseChange', change)}</Tag>,
                        nowrap: true,
                        card: 'title',
                      },
                      { key: 'before', title: nameOf(before), render: (row) => row.before ?? '—' },
                      { key: 'after', title: nameOf(after), render: (row) => row.after ?? '—' },
                    ]}
                  />
                </section>
              ))}
            </>
          )
        }}
      </QueryView>
    </>
  )
}
