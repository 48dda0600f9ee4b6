import { entityHref } from '../../frame/entity-link.ts'
import { ExportMenu } from '../../frame/export-menu.tsx'
import { ProblemView } from '../../frame/problem-view.tsx'
import { useFilters } from '../../frame/use-filters.ts'
import { useActing } from '../../session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { FieldLink } from '../../ui/field.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { usePages } from '../../use-pages.ts'
import { formatInstant, formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { journalActor } from './journal-actor.ts'

/** A number of the journal out of the address of the page; anything else is none. */
function numberOf(text: string | undefined): number | undefined {
  const number = Number(text)
  return text && Number.isSafeInteger(number) && number > 0 ? number : undefined
}

const shownOfHash = 12
const shownOfId = 8

/** What an id names, by its prefix; ids without a screen still say what they are. */
function Entity({ id }: { id: string }) {
  const href = entityHref(id)
  const kind = wordFor('entity', id.slice(0, 3))
  const text = (
    <>
      {kind} <small>…{id.slice(-shownOfId)}</small>
    </>
  )
  return href === null ? (
    <span title={id}>{text}</span>
  ) : (
    <a href={href} title={id}>
      {text}
    </a>
  )
}

function Actor({ text }: { text: string }) {
  const { name, role, account } = journalActor(text)
  return (
    <span title={account ?? undefined}>
      {wordFor('actor', name)}
      {role !== null && role !== name && (
        <span class="muted">（{wordFor(account === null ? 'actor' : 'role', role)}）</span>
      )}
    </span>
  )
}

/** 审计日志, newest first. It is only read. */
export function JournalPage() {
  const { district } = useActing()
  const filters = useFilters('from', 'to')
  const { applied, draft } = filters
  const from = numberOf(applied.from)
  const to = numberOf(applied.to)
  const { query, items, pager, exportAddress } = usePages('readJournal', (after) => ({
    params: { district },
    query: { limit: 50, from, to, after: after === undefined ? undefined : Number(after) },
  }))
  const bound = (key: 'from' | 'to') => (link: FieldLink) => (
    <NumberInput
      {...link}
      value={numberOf(draft[key]) ?? null}
      onChange={(value) => filters.set(key, value === null ? '' : String(value))}
    />
  )
  return (
    <>
      <PageHead
        title={t('menu.journal')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.journal') }]}
        help={t('journal.help')}
      />
      <FilterBar
        onSearch={filters.search}
        onReset={filters.reset}
        fields={[
          { key: 'from', label: t('journal.from'), control: bound('from') },
          { key: 'to', label: t('journal.to'), control: bound('to') },
        ]}
      />
      <section class="card">
        {query.data === undefined && query.problem ? (
          <ProblemView problem={query.problem} onRetry={query.refresh} />
        ) : (
          <>
            <DataTable
              caption={t('menu.journal')}
              storageKey="journal"
              toolbar={<ExportMenu address={exportAddress} />}
              rows={items}
              rowKey={({ seq }) => String(seq)}
              loading={query.busy && query.data === undefined}
              columns={[
                { key: 'at', title: t('frame.time'), render: (row) => formatInstant(row.at), nowrap: true },
                { key: 'actor', title: t('journal.actor'), render: (row) => <Actor text={row.actor} />, nowrap: true },
                {
                  key: 'verb',
                  title: t('journal.verb'),
                  render: (row) => wordFor('verb', row.verb),
                  card: 'title',
                  nowrap: true,
                },
                { key: 'entity', title: t('journal.entity'), render: (row) => <Entity id={row.entity} /> },
                { key: 'version', title: t('journal.version'), align: 'right', render: (row) => row.version },
                { key: 'note', title: t('frame.reason'), render: (row) => row.note ?? t('ui.none') },
                {
                  key: 'hash',
                  nowrap: true,
                  title: t('journal.hash'),
                  render: (row) => <span title={row.leafHash}>{row.leafHash.slice(0, shownOfHash)}…</span>,
                },
                { key: 'seq', title: t('journal.seq'), align: 'right', render: (row) => formatNumber(row.seq) },
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
