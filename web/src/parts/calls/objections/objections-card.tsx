import { addressOf, call, type OutputOf } from '../../../call.ts'
import { inWeChat } from '../../../frame/download.ts'
import { ListState } from '../../../frame/list-state.tsx'
import { MoveButtons } from '../../../frame/move-buttons.tsx'
import { useActing } from '../../../session.ts'
import { Pager } from '../../../ui/pager.tsx'
import { StateTag } from '../../../ui/state-tag.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { UploadedFiles } from '../../../ui/uploaded-files.tsx'
import { usePages } from '../../../use-pages.ts'
import { formatDate, formatInstant } from '../../../words/format.ts'
import { t } from '../../../words/words.ts'

type Objection = OutputOf<'listObjections'>['items'][number]

function Evidence({ one }: { one: Objection }) {
  const { district } = useActing()
  if (one.files.length === 0) return null
  const files = one.files.map(({ id, name, size }) => ({
    id,
    name,
    size,
    href: inWeChat() ? undefined : addressOf('readObjectionFile', { district, id: one.id, fileId: id }),
  }))
  return (
    <div>
      <strong>{t('publicity.evidence')}</strong>
      <UploadedFiles files={files} />
      {inWeChat() && <p class="muted">{t('shell.wechat')}</p>}
    </div>
  )
}

/** Until when it is to be answered, or what was answered when. */
function Answer({ one }: { one: Objection }) {
  if (one.state === 'open')
    return one.dueOn ? (
      <p class="row muted">
        {t('publicity.dueOn', { date: formatDate(one.dueOn) })}
        {one.overdue && <Tag tone="red">{t('publicity.overdue')}</Tag>}
      </p>
    ) : null
  return (
    <div class="objection-answer">
      <strong>{t('publicity.answer')}</strong> <time class="muted">{formatInstant(one.answeredAt)}</time>
      <p class="guidance">{one.answer}</p>
    </div>
  )
}

function One({ one }: { one: Objection }) {
  const { district } = useActing()
  const params = { district, id: one.id }
  const ifMatch = one.version
  return (
    <li class="objection">
      <div class="row">
        <strong>{one.named ? (one.name ?? t('ui.none')) : t('publicity.anonymous')}</strong>
        {one.contact && <span class="muted">{one.contact}</span>}
        <time class="muted">{formatInstant(one.createdAt)}</time>
        <StateTag group="objection" state={one.state} />
      </div>
      <p class="guidance">{one.text}</p>
      <Evidence one={one} />
      <Answer one={one} />
      <div class="row">
        <MoveButtons
          size="small"
          offered={one.actions}
          moves={[
            {
              action: 'dismiss',
              note: 'required',
              message: t('publicity.dismissHelp'),
              send: (note = '') => call('dismissObjection', { params, body: { note }, ifMatch }),
            },
            {
              action: 'uphold',
              note: 'required',
              kind: 'danger',
              message: t('publicity.upholdHelp'),
              send: (note = '') => call('upholdObjection', { params, body: { note }, ifMatch }),
            },
          ]}
        />
      </div>
    </li>
  )
}

/** Objections to a notice, each with its evidence, and its answer or the buttons to give one. */
export function ObjectionsCard({ noticeId }: { noticeId: string }) {
  const { district } = useActing()
  const { query, pager } = usePages('listObjections', (after) => ({
    params: { district, id: noticeId },
    query: { limit: 50, after },
  }))
  return (
    <section class="card">
      <h2>{t('publicity.objections')}</h2>
      <ListState query={query} empty={<p class="muted">{t('publicity.noObjections')}</p>}>
        {(items) => (
          <ul>
            {items.map((one) => (
              <One key={one.id} one={one} />
            ))}
          </ul>
        )}
      </ListState>
      {(pager.onPrevious || pager.onNext) && <Pager {...pager} />}
    </section>
  )
}
