import { useState } from 'preact/hooks'
import { ExportMenu } from '../../frame/export-menu.tsx'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { ProblemView } from '../../frame/problem-view.tsx'
import { useActing } from '../../session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { usePages } from '../../use-pages.ts'
import { useQuery } from '../../use-query.ts'
import { formatInstant } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'

const directions = ['sent', 'received'] as const
type Direction = (typeof directions)[number]

function Envelopes({ direction }: { direction: Direction }) {
  const { district } = useActing()
  const { query, items, pager, exportAddress } = usePages('listEnvelopes', (after) => ({
    params: { district },
    query: { direction, after },
  }))
  // what was sent carries the receiver's slug, what came in the sender's name
  const curators = useQuery('listCurators', { query: {} })
  const nameOf = (peer: string) =>
    peer === 'catalogue' ? t('flagship.shelf') : (curators.data?.items.find(({ slug }) => slug === peer)?.name ?? peer)
  if (query.data === undefined && query.problem) return <ProblemView problem={query.problem} onRetry={query.refresh} />
  return (
    <>
      <DataTable
        caption={wordFor('direction', direction)}
        storageKey="exchange"
        toolbar={<ExportMenu address={exportAddress} />}
        rows={items}
        rowKey={({ id }) => id}
        loading={query.busy && query.data === undefined}
        empty={<NothingFound filtered={false} title={t('flagship.noEnvelopes')} help={t('flagship.noEnvelopesHelp')} />}
        columns={[
          {
            key: 'kind',
            title: t('flagship.envelopeKind'),
            render: (row) => wordFor('envelopeKind', row.kind),
            card: 'title',
          },
          {
            key: 'peer',
            title: direction === 'sent' ? t('flagship.receiver') : t('flagship.sender'),
            render: (row) => nameOf(row.peer),
          },
          {
            key: 'carries',
            title: t('flagship.carries'),
            render: ({ carries }) =>
              carries === null
                ? t('flagship.carriesNone')
                : t('flagship.carriesPersons', { persons: carries.persons, fields: carries.fields.join('、') }),
          },
          { key: 'state', title: t('frame.state'), render: (row) => <StateTag group="envelope" state={row.state} /> },
          { key: 'reason', title: t('frame.reason'), render: (row) => row.reason ?? t('ui.none') },
          { key: 'createdAt', title: t('frame.time'), render: (row) => formatInstant(row.createdAt), nowrap: true },
        ]}
      />
      {(pager.onPrevious || pager.onNext) && <Pager {...pager} />}
    </>
  )
}

/** 数据交换: what went to other bureaus and what came from them, each signed. */
export function ExchangePage() {
  const [direction, setDirection] = useState<Direction>('sent')
  return (
    <>
      <PageHead
        title={t('menu.exchange')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.exchange') }]}
        help={t('flagship.exchangeHelp')}
      />
      <section class="card">
        <Tabs
          name={t('menu.exchange')}
          current={direction}
          onChange={(key) => setDirection(key === 'received' ? 'received' : 'sent')}
          tabs={directions.map((key) => ({ key, title: wordFor('direction', key) }))}
        >
          <Envelopes key={direction} direction={direction} />
        </Tabs>
      </section>
    </>
  )
}
