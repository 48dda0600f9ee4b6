import { trainersText } from '@shixun/domain/delivery/trainers-text'
import './delivery.css'
import { call, type OutputOf } from '../../call.ts'
import { QueryView } from '../../frame/query-view.tsx'
import { useNow } from '../../frame/use-now.ts'
import { lazyExtra } from '../../lazy-page.tsx'
import { refreshAll } from '../../query-store.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useQuery } from '../../use-query.ts'
import { formatDate, formatInstant, formatNumber } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import { CalendarButton } from './calendar-button.tsx'
import { spanText } from './session-times.ts'
import { weekday } from './weekday.ts'

const MyGuests = lazyExtra(() => import('../exchange/my-guests.tsx').then((m) => m.MyGuests))

type Mine = OutputOf<'readMyTraining'>

function dayWord(day: string, today: string): string {
  if (day === today) return t('cohorts.today')
  const next = new Date(Date.parse(`${today}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  return day === next ? t('cohorts.tomorrow') : `${day} ${weekday(day)}`
}

function Sessions({ sessions }: { sessions: Mine['sessions'] }) {
  const today = formatDate(useNow())
  const days = [...new Set(sessions.map(({ startsAt }) => formatDate(startsAt)))]
  return (
    <section class="card">
      <h2>{t('cohorts.mySessions')}</h2>
      {sessions.length === 0 && <EmptyState title={t('cohorts.noMySessions')} />}
      {days.map((day) => (
        <section key={day}>
          <h3 class="session-day">{dayWord(day, today)}</h3>
          <ul class="sessions">
            {sessions
              .filter(({ startsAt }) => formatDate(startsAt) === day)
              .map((session) => (
                <li key={session.id} class={`session${session.state === 'cancelled' ? ' session-off' : ''}`}>
                  <div class="session-when">{spanText(session)}</div>
                  <div class="session-what">
                    <strong>{session.topic}</strong>{' '}
                    {session.state !== 'planned' && <StateTag group="session" state={session.state} />}
                    <div class="muted">
                      {[
                        session.place,
                        trainersText(session.trainers),
                        t('cohorts.minutesOf', { n: formatNumber(session.minutes) }),
                      ]
                        .filter((part) => part !== '')
                        .join(' · ')}
                    </div>
                    <a href={`/cohorts/${session.cohortId}`}>{session.cohortTitle}</a>
                    {session.note && <div class="muted">{session.note}</div>}
                  </div>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

function Announcements({ items }: { items: Mine['announcements'] }) {
  const { district } = useActing()
  if (items.length === 0) return null
  async function seen({ cohortId, id }: Mine['announcements'][number]) {
    await call('markPostSeen', { params: { district, id: cohortId, post: id } })
    refreshAll()
  }
  return (
    <section class="card">
      <h2>{t('cohorts.myAnnouncements')}</h2>
      <ul class="news">
        {items.map((post) => (
          <li key={post.id}>
            <div class="row">
              {post.unread && <Tag tone="accent">{t('cohorts.unread')}</Tag>}
              <strong>{post.title}</strong>
            </div>
            <div class="muted">
              {post.cohortTitle} · {post.author} · {formatInstant(post.createdAt)}
            </div>
            <p class="news-body">{post.body}</p>
            {post.unread && (
              <Button size="small" icon="check" onClick={() => void seen(post)}>
                {t('cohorts.markSeen')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Enrolments({ items }: { items: Mine['enrolments'] }) {
  return (
    <section class="card">
      <h2>{t('cohorts.myEnrolments')}</h2>
      {items.length === 0 ? (
        <EmptyState title={t('cohorts.noMyEnrolments')} help={t('cohorts.noMyEnrolmentsHelp')} />
      ) : (
        <ul class="enrolled">
          {items.map(({ id, state, reason, cohort }) => (
            <li key={id}>
              <a href={`/cohorts/${cohort.id}`}>{cohort.title}</a>
              <StateTag group="enrolment" state={state} />
              <span class="muted">
                {t('cohorts.datesOf', { from: formatDate(cohort.startsOn), to: formatDate(cohort.endsOn) })}
              </span>
              {reason && <span class="muted">{reason}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** 我的培训: what comes next, what was announced, and where I take part. */
export function MyTraining() {
  const { district } = useActing()
  const query = useQuery('readMyTraining', { params: { district } })
  return (
    <>
      <PageHead
        title={t('cohorts.myTraining')}
        crumbs={[{ label: t('shell.workbench'), href: '/' }, { label: t('cohorts.myTraining') }]}
        actions={<CalendarButton renewable name={t('cohorts.myTraining')} />}
      />
      <QueryView query={query}>
        {(mine) => (
          <>
            <Announcements items={mine.announcements} />
            <Sessions sessions={mine.sessions} />
            <Enrolments items={mine.enrolments} />
            <MyGuests />
          </>
        )}
      </QueryView>
    </>
  )
}
