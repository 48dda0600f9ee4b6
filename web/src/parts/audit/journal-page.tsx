import { entityHref } from '../../frame/entity-link.ts'
import { ProblemView } from '../../frame/problem-view.tsx'
import { useActing } from '../../session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { usePages } from '../../use-pages.ts'
import { formatInstant, formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'

const shownOfHash = 12

/** What an id names, by its prefix; ids without a screen still say what they are. */
function Entity({ id }: { id: string }) {
  const href = entityHref(id)
  const kind = wordFor('entity', id.slice(0, 3))
  return (
    <>
      {href === null ? kind : <a href={href}>{kind}</a>} <small class="muted journal-id">{id}</small>
    </>
  )
}

/** 审计日志, newest first. It is only read. */
export function JournalPage() {
  const { district } = useActing()
  const { query, items, pager } = usePages('readJournal', (after) => ({
    params: { district },
    query: { limit: 50, after: after === undefined ? undefined : Number(after) },
  }))
  return (
    <>
      <PageHead
        title={t('menu.journal')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.journal') }]}
        help={t('journal.help')}
      />
      <section class="card">
        {query.data === undefined && query.problem ? (
          <ProblemView problem={query.problem} onRetry={query.refresh} />
        ) : (
          <>
            <DataTable
              caption={t('menu.journal')}
              storageKey="journal"
              rows={items}
              rowKey={({ seq }) => String(seq)}
              loading={query.busy && query.data === undefined}
              columns={[
                { key: 'seq', title: '#', render: (row) => formatNumber(row.seq), nowrap: true },
                { key: 'at', title: t('frame.time'), render: (row) => formatInstant(row.at), nowrap: true },
                { key: 'actor', title: t('journal.actor'), render: (row) => row.actor },
                { key: 'verb', title: t('journal.verb'), render: (row) => wordFor('verb', row.verb), card: 'title' },
                { key: 'entity', title: t('journal.entity'), render: (row) => <Entity id={row.entity} /> },
                { key: 'version', title: t('journal.version'), align: 'right', render: (row) => row.version },
                { key: 'note', title: t('frame.reason'), render: (row) => row.note ?? t('ui.none') },
                {
                  key: 'hash',
                  title: t('journal.hash'),
                  render: (row) => <span title={row.leafHash}>{row.leafHash.slice(0, shownOfHash)}…</span>,
                },
                { key: 'request', title: t('journal.request'), render: (row) => row.requestId, hidden: true },
              ]}
            />
            {(pager.onPrevious || pager.onNext) && <Pager {...pager} />}
          </>
        )}
      </section>
    </>
  )
}
