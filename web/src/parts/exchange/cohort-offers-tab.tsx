import { useState } from 'preact/hooks'
import { call } from '../../call.ts'
import { ListTable } from '../../frame/list-table.tsx'
import { MoveButtons } from '../../frame/move-buttons.tsx'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { usePages } from '../../use-pages.ts'
import { formatInstant } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import type { CohortTabProps } from '../delivery/cohort-tabs.ts'
import { GivePlaces } from './give-places.tsx'

/** 跨局名额: which bureaus have places in this cohort, and how many of their teachers came. */
export function CohortOffersTab({ cohort }: CohortTabProps) {
  const { district, role } = useActing()
  const pages = usePages('listCohortOffers', (after) => ({ params: { district, id: cohort.id }, query: { after } }))
  const [giving, setGiving] = useState(false)
  const open = cohort.state === 'nominating' && cohort.rules.guests
  const live = pages.items.filter(({ state }) => state === 'sent' || state === 'received')
  return (
    <div class="stack">
      <p class="muted">{open ? t('cohortOffers.help') : t('cohortOffers.closed')}</p>
      <ListTable
        pages={pages}
        caption={t('cohorts.tab.offers')}
        toolbar={
          open &&
          role === 'office' && (
            <Button kind="primary" icon="plus" onClick={() => setGiving(true)}>
              {t('cohortOffers.give')}
            </Button>
          )
        }
        empty={<NothingFound filtered={false} title={t('cohortOffers.none')} />}
        columns={[
          { key: 'receiver', title: t('cohortOffers.bureau'), render: (row) => row.receiverName, card: 'title' },
          { key: 'places', title: t('cohortOffers.places'), align: 'right', render: (row) => row.places },
          { key: 'nominated', title: t('cohortOffers.nominated'), align: 'right', render: (row) => row.nominated },
          { key: 'enrolled', title: t('cohortOffers.enrolled'), align: 'right', render: (row) => row.enrolled },
          {
            key: 'state',
            title: t('frame.state'),
            render: (row) => <StateTag group="cohortOffer" state={row.state} />,
          },
          {
            key: 'until',
            title: t('cohortOffers.until'),
            nowrap: true,
            render: (row) => row.until ?? t('cohortOffers.untilClosed'),
          },
          { key: 'reason', title: t('frame.reason'), render: (row) => row.reason ?? t('ui.none') },
          { key: 'updatedAt', title: t('frame.time'), nowrap: true, render: (row) => formatInstant(row.updatedAt) },
          {
            key: 'moves',
            title: t('ui.actions'),
            card: 'bare',
            nowrap: true,
            render: ({ id, version, actions }) => (
              <MoveButtons
                quiet
                size="small"
                offered={actions}
                moves={[
                  {
                    action: 'withdraw',
                    label: t('cohortOffers.withdraw'),
                    message: t('cohortOffers.withdrawHelp'),
                    note: 'required',
                    kind: 'danger',
                    send: (note = '') =>
                      call('withdrawCohortOffer', { params: { district, id }, body: { note }, ifMatch: version }),
                  },
                ]}
              />
            ),
          },
        ]}
      />
      {giving && (
        <GivePlaces
          cohort={cohort.id}
          given={Object.fromEntries(live.map(({ receiver, places, until }) => [receiver, { places, until }]))}
          onClose={() => setGiving(false)}
        />
      )}
    </div>
  )
}
