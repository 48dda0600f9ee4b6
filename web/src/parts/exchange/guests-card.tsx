import '../../ui/finding-lines.css'
import { useState } from 'preact/hooks'
import { call, type OutputOf } from '../../call.ts'
import { ListTable } from '../../frame/list-table.tsx'
import { type Move, MoveButtons } from '../../frame/move-buttons.tsx'
import { NothingFound } from '../../frame/nothing-found.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { usePages } from '../../use-pages.ts'
import { t } from '../../words/words.ts'
import { FindingList } from './finding-list.tsx'
import { SendGuests } from './send-guests.tsx'

type Offer = OutputOf<'readOffer'>
type Guest = OutputOf<'listGuests'>['items'][number]

function movesOf(district: string, { id, version }: Guest): Move[] {
  const params = { district, id }
  return [
    {
      action: 'accept',
      label: t('offers.accept'),
      message: t('offers.acceptHelp'),
      note: 'none',
      send: () => call('acceptGuest', { params, body: {}, ifMatch: version }),
    },
    {
      action: 'refuse',
      label: t('offers.refuse'),
      message: t('offers.refuseHelp'),
      note: 'required',
      send: (note = '') => call('refuseGuest', { params, body: { note }, ifMatch: version }),
    },
    {
      action: 'withdraw',
      label: t('offers.withdraw'),
      message: t('offers.withdrawHelp'),
      note: 'required',
      send: (note = '') => call('withdrawGuest', { params, body: { note }, ifMatch: version }),
    },
  ]
}

/** Who goes to a cohort of another bureau: the school's own, for the office all, with what to do next. */
export function GuestsCard({ offer, toolbar }: { offer: Offer; toolbar: preact.ComponentChildren }) {
  const { district, role } = useActing()
  const pages = usePages('listGuests', (after) => ({
    params: { district },
    query: { offer: offer.id, limit: 200, after },
  }))
  const [chosen, setChosen] = useState<string[]>([])
  const [sending, setSending] = useState(false)
  const sendable = pages.items.filter(({ id, state }) => state === 'proposed' && chosen.includes(id))
  const selecting = role === 'office' && offer.state === 'open'
  return (
    <>
      <ListTable
        pages={pages}
        personal
        caption={t('offers.guests')}
        storageKey="guests"
        toolbar={toolbar}
        rowName={({ name }) => name}
        {...(selecting
          ? {
              selected: chosen,
              onSelect: setChosen,
              batch: (
                <Button size="small" kind="primary" disabled={sendable.length === 0} onClick={() => setSending(true)}>
                  {t('offers.send')}
                </Button>
              ),
            }
          : {})}
        empty={<NothingFound filtered={false} title={t('offers.noGuests')} help={t('offers.noGuestsHelp')} />}
        columns={[
          { key: 'name', title: t('offers.name'), render: ({ name }) => name, card: 'title' },
          { key: 'school', title: t('offers.school'), render: ({ schoolName }) => schoolName },
          { key: 'subject', title: t('offers.subject'), render: ({ subject }) => subject, hidden: true },
          { key: 'preference', title: t('offers.preference'), align: 'right', render: ({ preference }) => preference },
          {
            key: 'state',
            title: t('frame.state'),
            render: ({ state, offerUntil }) => (
              <>
                <StateTag group="guest" state={state} />
                {state === 'offered' && offerUntil && (
                  <div class="muted">{t('offers.keptUntil', { day: offerUntil })}</div>
                )}
              </>
            ),
          },
          {
            key: 'findings',
            title: t('offers.findings'),
            render: ({ findings, waiver }) => (
              <>
                <FindingList findings={findings} passed={waiver !== null} />
                {waiver && <p class="muted">{t('offers.waivedBy', { reason: waiver.reason, by: waiver.by })}</p>}
              </>
            ),
          },
          {
            key: 'attended',
            title: t('offers.attended'),
            align: 'right',
            render: ({ minutesAttended, minutesDue }) =>
              minutesDue === 0 ? t('ui.none') : t('offers.attendedOf', { attended: minutesAttended, due: minutesDue }),
          },
          { key: 'reason', title: t('frame.reason'), render: ({ reason }) => reason ?? t('ui.none') },
          {
            key: 'moves',
            title: t('ui.actions'),
            card: 'bare',
            nowrap: true,
            render: (row) => <MoveButtons quiet size="small" offered={row.actions} moves={movesOf(district, row)} />,
          },
        ]}
      />
      {sending && (
        <SendGuests
          offer={offer}
          guests={sendable}
          onClose={(sent) => {
            setSending(false)
            if (sent) setChosen([])
          }}
        />
      )}
    </>
  )
}
