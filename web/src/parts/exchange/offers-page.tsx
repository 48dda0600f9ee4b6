import { useLocation } from 'preact-iso'
import { ListTable } from '../../frame/list-table.tsx'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { useActing } from '../../session.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { usePages } from '../../use-pages.ts'
import { formatInstant } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'

const states = ['open', 'closed', 'withdrawn'] as const
type State = (typeof states)[number]

function Offers({ state }: { state: State | undefined }) {
  const { district } = useActing()
  const pages = usePages('listOffers', (after) => ({ params: { district }, query: { state, after } }))
  return (
    <ListTable
      pages={pages}
      caption={t('menu.offers')}
      storageKey="offers"
      empty={<NothingFound filtered={state !== undefined} title={t('offers.none')} help={t('offers.noneHelp')} />}
      columns={[
        {
          key: 'title',
          title: t('offers.title'),
          card: 'title',
          render: (row) => <a href={`/offers/${row.id}`}>{row.title}</a>,
        },
        { key: 'sender', title: t('offers.sender'), render: (row) => row.senderName },
        { key: 'span', title: t('offers.span'), nowrap: true, render: (row) => `${row.startsOn} — ${row.endsOn}` },
        {
          key: 'until',
          title: t('offers.until'),
          nowrap: true,
          render: (row) => (row.nominateUntil === null ? t('ui.none') : formatInstant(row.nominateUntil)),
        },
        {
          key: 'places',
          title: t('offers.places'),
          align: 'right',
          render: ({ taken, places }) => t('offers.placesTaken', { taken, places }),
        },
        { key: 'state', title: t('frame.state'), render: (row) => <StateTag group="offer" state={row.state} /> },
      ]}
    />
  )
}

/** 外局名额: places that other bureaus offer to this one. */
export function OffersPage() {
  const { query, path, route } = useLocation()
  const state = states.find((one) => one === query['state'])
  return (
    <>
      <PageHead
        title={t('menu.offers')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('menu.offers') }]}
        help={t('offers.help')}
      />
      <Tabs
        name={t('menu.offers')}
        current={state ?? 'all'}
        onChange={(key) => route(key === 'all' ? path : `${path}?state=${key}`, true)}
        tabs={[{ key: 'all', title: t('offers.all') }, ...states.map((key) => ({ key, title: wordFor('offer', key) }))]}
      >
        <Offers state={state} />
      </Tabs>
    </>
  )
}
