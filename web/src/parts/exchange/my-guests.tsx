import '../../words/load-exchange.ts'
import { useState } from 'preact/hooks'
import { call } from '../../call.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useQuery } from '../../use-query.ts'
import { t } from '../../words/words.ts'
import { GuestSurveys } from './guest-surveys.tsx'

/** States in which the organiser may ask for an opinion. */
const taking = ['enrolled', 'completed', 'failed']

/** The pass of one cohort, shown when it is asked for and never before. */
function Pass({ id }: { id: string }) {
  const { district } = useActing()
  const [pass, setPass] = useState<string | null>(null)
  async function show() {
    const answer = await call('readGuestPass', { params: { district, id } })
    if (answer.ok) setPass(answer.body.pass)
    else showToast({ kind: 'error', text: `${answer.problem.title}。${answer.problem.detail}` })
  }
  if (pass === null)
    return (
      <Button size="small" onClick={() => void show()}>
        {t('offers.passShow')}
      </Button>
    )
  return (
    <div>
      <code style={{ overflowWrap: 'anywhere' }}>{pass}</code>
      <p class="muted">{t('offers.passHelp')}</p>
    </div>
  )
}

/** 外局班次: where a teacher takes part at another bureau; nothing is shown to who takes part nowhere. */
export function MyGuests() {
  const { district } = useActing()
  const { data } = useQuery('listGuests', { params: { district }, query: { limit: 50 } })
  if (data === undefined || data.items.length === 0) return null
  return (
    <section class="card">
      <h2>{t('offers.mine')}</h2>
      <ul class="stack">
        {data.items.map(({ id, offerId, offerTitle, senderName, startsOn, endsOn, state, reason, offerUntil }) => (
          <li key={id}>
            <div class="row">
              <a href={`/offers/${offerId}`}>
                <strong>{offerTitle}</strong>
              </a>
              <StateTag group="guest" state={state} />
            </div>
            <div class="muted">{`${senderName} · ${startsOn} — ${endsOn}`}</div>
            {reason && <div class="muted">{reason}</div>}
            {offerUntil && <div class="muted">{t('offers.placeKept', { day: offerUntil })}</div>}
            {state === 'enrolled' && <Pass id={id} />}
            {taking.includes(state) && <GuestSurveys guest={id} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
