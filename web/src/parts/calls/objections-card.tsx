import { call, type OutputOf } from '../../call.ts'
import { ListState } from '../../frame/list-state.tsx'
import { MoveButtons } from '../../frame/move-buttons.tsx'
import { useActing } from '../../session.ts'
import { StateTag } from '../../ui/state-tag.tsx'
import { useQuery } from '../../use-query.ts'
import { formatInstant } from '../../words/format.ts'
import { t } from '../../words/words.ts'

type Objection = OutputOf<'listObjections'>['items'][number]

function One({ one }: { one: Objection }) {
  const { district } = useActing()
  const params = { district, id: one.id }
  const ifMatch = one.version
  return (
    <li class="objection">
      <div class="row">
        <strong>{one.named ? (one.name ?? t('ui.none')) : t('calls.anonymous')}</strong>
        {one.contact && <span class="muted">{one.contact}</span>}
        <time class="muted">{formatInstant(one.createdAt)}</time>
        <StateTag group="objection" state={one.state} />
      </div>
      <p class="guidance">{one.text}</p>
      {one.answer && (
        <p class="objection-answer">
          <strong>{t('calls.answer')}</strong> {one.answer}
        </p>
      )}
      <div class="row">
        <MoveButtons
          size="small"
          offered={one.actions}
          moves={[
            {
              action: 'dismiss',
              note: 'required',
              message: t('calls.dismissHelp'),
              send: (note = '') => call('dismissObjection', { params, body: { note }, ifMatch }),
            },
            {
              action: 'uphold',
              note: 'required',
              kind: 'danger',
              message: t('calls.upholdHelp'),
              send: (note = '') => call('upholdObjection', { params, body: { note }, ifMatch }),
            },
          ]}
        />
      </div>
    </li>
  )
}

/** Objections to a notice, each with its answer or the buttons to give one. */
export function ObjectionsCard({ noticeId }: { noticeId: string }) {
  const { district } = useActing()
  const query = useQuery('listObjections', { params: { district, id: noticeId }, query: { limit: 200 } })
  // most roles may not read objections at all, and need not be told so here
  if (query.problem?.code === 'forbidden') return null
  return (
    <section class="card">
      <h2>{t('calls.objections')}</h2>
      <ListState query={query} empty={<p class="muted">{t('calls.noObjections')}</p>}>
        {(items) => (
          <ul>
            {items.map((one) => (
              <One key={one.id} one={one} />
            ))}
          </ul>
        )}
      </ListState>
    </section>
  )
}
