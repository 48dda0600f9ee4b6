import './surveys.css'
import { GUSKEY_LEVELS } from '@shixun/domain/delivery/guskey'
import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { call } from '../../call.ts'
import { HistoryCard } from '../../frame/history-card.tsx'
import { MoveButtons } from '../../frame/move-buttons.tsx'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useQuery } from '../../use-query.ts'
import { formatDate, formatInstant } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { Evidence, type FollowUp, ReportForm } from './follow-up-report.tsx'
import { RatingDialog } from './rating-dialog.tsx'

function Rating({ followUp }: { followUp: FollowUp }) {
  const { rating, ratedBy, ratedAt, note } = followUp
  if (!rating) return null
  return (
    <section class="card">
      <h2>{t('followUps.rating')}</h2>
      <DescriptionList
        items={GUSKEY_LEVELS.map((level) => ({
          label: wordFor('guskey', level),
          value: `${rating[level]}　${wordFor(`guskeyPoint.${level}`, String(rating[level]))}`,
        }))}
      />
      <p class="muted">
        {ratedBy && t('followUps.ratedBy', { name: ratedBy })} {formatInstant(ratedAt)} {note}
      </p>
    </section>
  )
}

function Told({ followUp }: { followUp: FollowUp }) {
  return (
    <section class="card stack">
      <h2>{t('followUps.report')}</h2>
      <p class="follow-report">{followUp.report || t('ui.none')}</p>
      <h3>{t('followUps.evidence')}</h3>
      <Evidence followUp={followUp} />
    </section>
  )
}

function Actions({ followUp, onRate }: { followUp: FollowUp; onRate: () => void }) {
  const { district } = useActing()
  const given = { params: { district, id: followUp.id }, ifMatch: followUp.version }
  return (
    <>
      <MoveButtons
        offered={followUp.actions}
        moves={[
          {
            action: 'waive',
            label: t('followUps.waive'),
            message: t('followUps.waiveMessage'),
            note: 'required',
            send: (note) => call('waiveFollowUp', { ...given, body: { note: note ?? '' } }),
          },
          {
            action: 'return',
            label: t('followUps.return'),
            message: t('followUps.returnMessage'),
            note: 'required',
            send: (note) => call('returnFollowUp', { ...given, body: { note: note ?? '' } }),
          },
          {
            action: 'submit',
            label: t('followUps.submit'),
            message: t('followUps.submitMessage'),
            note: 'none',
            kind: 'primary',
            send: () => call('submitFollowUp', { ...given, body: {} }),
          },
        ]}
      />
      {followUp.actions.includes('rate') && (
        <Button kind="primary" onClick={onRate}>
          {t('followUps.rate')}
        </Button>
      )}
    </>
  )
}

/** One teacher at one point of time: what they tell, and how it is rated. */
export function FollowUpPage() {
  const { district, role } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readFollowUp', { params: { district, id } })
  const history = useQuery('readFollowUpHistory', { params: { district, id } })
  const [rating, setRating] = useState(false)
  const followUp = query.data
  const when = followUp && t('followUps.after', { n: followUp.month })
  const title = followUp ? (role === 'teacher' ? followUp.cohortTitle : followUp.name) : t('followUps.title')
  return (
    <>
      <PageHead
        title={title}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('followUps.title'), href: '/follow-ups' },
          { label: title },
        ]}
        tags={
          followUp && (
            <>
              <StateTag group="followUp" state={followUp.state} />
              {followUp.overdue && <Tag tone="red">{t('followUps.overdue')}</Tag>}
            </>
          )
        }
        help={
          followUp &&
          `${followUp.cohortTitle} · ${when} · ${followUp.schoolName} · ${t('followUps.until', { day: formatDate(followUp.dueOn) })}`
        }
        actions={followUp && <Actions followUp={followUp} onRate={() => setRating(true)} />}
      />
      <QueryView query={query}>
        {(shown) => (
          <div class="stack">
            {shown.state === 'waiting' && shown.note && (
              <Callout kind="warning" title={t('followUps.noteReturned')}>
                {shown.note}
              </Callout>
            )}
            {shown.state === 'waived' && shown.note && (
              <Callout kind="info" title={t('followUps.waived')}>
                {shown.note}
              </Callout>
            )}
            {shown.actions.includes('edit') ? (
              <ReportForm key={shown.id} followUp={shown} />
            ) : (
              <Told followUp={shown} />
            )}
            <Rating followUp={shown} />
            <HistoryCard group="followUp" query={history} />
          </div>
        )}
      </QueryView>
      {rating && followUp && <RatingDialog followUp={followUp} onClose={() => setRating(false)} />}
    </>
  )
}
