import './released-comments.css'
import { call } from '../../../call.ts'
import { MoveButtons } from '../../../frame/move-buttons.tsx'
import { useActing } from '../../../session.ts'
import { StateTag } from '../../../ui/state-tag.tsx'
import { useQuery } from '../../../use-query.ts'
import { formatInstant } from '../../../words/format.ts'
import { addWords, t } from '../../../words/words.ts'
import { comments as words } from '../../../words/zh/comments.ts'
import { ReleasedList } from './released-list.tsx'

// the piece stands on pages of other parts and brings its words along
addWords('comments', words)

/** The comments on an application as far as they were released: a card, or nothing. */
export function ReleasedComments({ applicationId }: { applicationId: string }) {
  const { district, role } = useActing()
  const reads = role === 'school_admin' || role === 'provider' || role === 'office' || role === 'auditor'
  const { data } = useQuery(
    'listReviewComments',
    reads ? { params: { district }, query: { application: applicationId } } : null,
  )
  const shown = (data?.items ?? []).filter(({ state }) => state === 'released' || state === 'acknowledged')
  if (shown.length === 0) return null
  return (
    <section class="card stack" aria-label={t('comments.title')}>
      <h2>{t('comments.title')}</h2>
      {shown.map((one) => (
        <div key={one.id} class="stack">
          <p class="muted">
            <StateTag group="reviewComment" state={one.state} />{' '}
            {one.releasedAt !== null && `${t('comments.releasedAt')} ${formatInstant(one.releasedAt)}`}
          </p>
          <ReleasedList released={one.released} />
          <div class="row">
            <MoveButtons
              offered={one.actions.filter((action) => action === 'acknowledge')}
              moves={[
                {
                  action: 'acknowledge',
                  label: t('comments.acknowledge'),
                  message: t('comments.acknowledgeHelp'),
                  note: 'none',
                  kind: 'primary',
                  send: () =>
                    call('acknowledgeReviewComments', {
                      params: { district, id: one.id },
                      body: {},
                      ifMatch: one.version,
                    }),
                },
              ]}
            />
          </div>
        </div>
      ))}
    </section>
  )
}
