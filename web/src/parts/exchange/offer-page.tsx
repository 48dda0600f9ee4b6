import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { OutputOf } from '../../call.ts'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { useQuery } from '../../use-query.ts'
import { formatInstant } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { RulesView } from '../delivery/rules-view.tsx'
import { GuestsCard } from './guests-card.tsx'
import { ProposeGuests } from './propose-guests.tsx'

type Offer = OutputOf<'readOffer'>
const proposers = ['school_admin', 'registrar', 'office']

function providerText({ provider }: Offer['cohort']) {
  if (provider === null) return t('offers.notAccredited')
  const periods = provider.periods.map(
    ({ levels, from, to, endedOn }) =>
      `${levels.map((level) => wordFor('level', level)).join('、')} ${from} — ${endedOn ?? to}`,
  )
  return `${provider.name}（${t('offers.accredited', { periods: periods.join('；') || t('ui.none') })}）`
}

function Facts({ offer }: { offer: Offer }) {
  const { cohort } = offer
  return (
    <section class="card">
      <h2>{t('offers.facts')}</h2>
      <DescriptionList
        items={[
          { label: t('offers.sender'), value: offer.senderName },
          { label: t('offers.span'), value: `${offer.startsOn} — ${offer.endsOn}` },
          { label: t('offers.level'), value: wordFor('level', cohort.level) },
          { label: t('offers.topic'), value: cohort.topic },
          { label: t('offers.hours'), value: t('offers.minutes', { n: cohort.minutes }) },
          { label: t('offers.places'), value: t('offers.placesTaken', { taken: offer.taken, places: offer.places }) },
          {
            label: t('offers.until'),
            value: offer.nominateUntil === null ? null : formatInstant(offer.nominateUntil),
          },
          { label: t('offers.provider'), value: providerText(cohort), wide: true },
          { label: t('offers.message'), value: offer.message, wide: true },
        ]}
      />
    </section>
  )
}

/** One cohort of another bureau: what it is, whom it takes, and who of ours goes. */
export function OfferPage() {
  const { district, role } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readOffer', { params: { district, id } })
  const [proposing, setProposing] = useState(false)
  return (
    <QueryView query={query}>
      {(offer) => (
        <>
          <PageHead
            title={offer.title}
            crumbs={[
              { label: t('shell.workbench'), href: '/' },
              { label: t('menu.offers'), href: '/offers' },
              { label: offer.title },
            ]}
            tags={<StateTag group="offer" state={offer.state} />}
          />
          <div class="stack">
            {offer.state === 'withdrawn' && offer.reason && (
              <Callout kind="warning" title={wordFor('offer', 'withdrawn')}>
                {offer.reason}
              </Callout>
            )}
            <Facts offer={offer} />
            <GuestsCard
              offer={offer}
              toolbar={
                offer.state === 'open' &&
                proposers.includes(role) && (
                  <Button kind="primary" icon="plus" onClick={() => setProposing(true)}>
                    {t('offers.propose')}
                  </Button>
                )
              }
            />
            <section class="card">
              <h2>{t('offers.timetable')}</h2>
              <DataTable
                caption={t('offers.timetable')}
                rows={offer.cohort.sessions}
                rowKey={(session) => session.id}
                columns={[
                  { key: 'topic', title: t('offers.course'), render: ({ topic }) => topic, card: 'title' },
                  {
                    key: 'when',
                    title: t('offers.when'),
                    nowrap: true,
                    render: ({ startsAt, endsAt }) => `${formatInstant(startsAt)} — ${formatInstant(endsAt).slice(-5)}`,
                  },
                  { key: 'place', title: t('offers.place'), render: ({ place }) => place || t('ui.none') },
                ]}
              />
            </section>
            <section class="card">
              <h2>{t('offers.conditions')}</h2>
              <RulesView rules={offer.cohort.rules} />
            </section>
          </div>
          {proposing && <ProposeGuests offer={offer} onClose={() => setProposing(false)} />}
        </>
      )}
    </QueryView>
  )
}
