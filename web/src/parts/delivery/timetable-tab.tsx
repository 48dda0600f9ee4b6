import { trainersText } from '@shixun/domain/delivery/trainers-text'
import { useState } from 'preact/hooks'
import { call, type OutputOf } from '../../call.ts'
import { type Move, MoveButtons } from '../../frame/move-buttons.tsx'
import { QueryView } from '../../frame/query-view.tsx'
import { lazyPage } from '../../lazy-page.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useQuery } from '../../use-query.ts'
import { formatDate, formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import type { Cohort, CohortTabProps } from './cohort-tabs.ts'
import type { Session } from './session-dialog.tsx'
import { spanText } from './session-times.ts'
import { weekday } from './weekday.ts'

const SessionDialog = lazyPage(() => import('./session-dialog.tsx').then((m) => m.SessionDialog))
const CopyDialog = lazyPage(() => import('./copy-dialog.tsx').then((m) => m.CopyDialog))
const ExportMenu = lazyPage(() => import('../../frame/export-menu.tsx').then((m) => m.ExportMenu))

type Finding = Pick<OutputOf<'checkTimetable'>['findings'][number], 'rule' | 'detail'>

function sessionMoves(district: string, cohort: Cohort, session: Session): Move[] {
  const params = { district, id: cohort.id, session: session.id }
  return [
    {
      action: 'cancel',
      label: t('cohorts.cancelSession'),
      message: t('cohorts.cancelSessionHelp'),
      note: 'required',
      kind: 'danger',
      send: (note = '') => call('cancelSession', { params, body: { note }, ifMatch: session.version }),
    },
    {
      action: 'remove',
      label: t('cohorts.removeSession'),
      message: t('cohorts.removeSessionHelp'),
      note: 'none',
      kind: 'danger',
      send: () => call('removeSession', { params, ifMatch: session.version }),
    },
  ]
}

interface RowProps {
  cohort: Cohort
  session: Session
  onEdit: () => void
  onCopy: () => void
}

function SessionRow({ cohort, session, onEdit, onCopy }: RowProps) {
  const { district } = useActing()
  const off = session.state === 'cancelled'
  const about = [
    trainersText(session.trainers),
    session.place,
    session.module,
    session.channel === cohort.channel ? '' : wordFor('channel', session.channel),
    t('cohorts.minutesOf', { n: formatNumber(session.minutes) }),
  ].filter((part) => part !== '')
  return (
    <li class={`session${off ? ' session-off' : ''}`}>
      <div class="session-when">{spanText(session)}</div>
      <div class="session-what">
        <strong>{session.topic}</strong>{' '}
        {session.state !== 'planned' && <StateTag group="session" state={session.state} />}
        <div class="muted">{about.join(' · ')}</div>
        {session.note && <div class="muted">{session.note}</div>}
      </div>
      {session.actions.length > 0 && (
        <div class="session-does">
          {session.actions.includes('edit') && (
            <Button kind="text" size="small" onClick={onEdit}>
              {t('cohorts.editSession')}
            </Button>
          )}
          <Button kind="text" size="small" onClick={onCopy}>
            {t('cohorts.copySession')}
          </Button>
          <MoveButtons size="small" quiet offered={session.actions} moves={sessionMoves(district, cohort, session)} />
        </div>
      )}
    </li>
  )
}

/** Sessions under their days, in the order of time. */
function Days({
  cohort,
  sessions,
  onEdit,
  onCopy,
}: {
  cohort: Cohort
  sessions: readonly Session[]
  onEdit: (session: Session) => void
  onCopy: (session: Session) => void
}) {
  const days = [...new Set(sessions.map(({ startsAt }) => formatDate(startsAt)))]
  return (
    <>
      {days.map((day) => (
        <section key={day}>
          <h3 class="session-day">
            {day} {weekday(day)}
          </h3>
          <ul class="sessions">
            {sessions
              .filter(({ startsAt }) => formatDate(startsAt) === day)
              .map((session) => (
                <SessionRow
                  key={session.id}
                  cohort={cohort}
                  session={session}
                  onEdit={() => onEdit(session)}
                  onCopy={() => onCopy(session)}
                />
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}

/** 课表: day by day, edited in place; clashes in the district are told. */
export function TimetableTab({ cohort }: CohortTabProps) {
  const { district } = useActing()
  const params = { district, id: cohort.id }
  const query = useQuery('listSessions', { params, query: { limit: 200 } })
  const [editing, setEditing] = useState<Session | 'new' | null>(null)
  const [copying, setCopying] = useState<Session | null>(null)
  const [findings, setFindings] = useState<readonly Finding[]>([])
  const [checking, setChecking] = useState(false)
  const writes = cohort.actions.includes('schedule')
  async function check() {
    setChecking(true)
    const answer = await call('checkTimetable', { params })
    setChecking(false)
    if (!answer.ok) {
      showToast({ kind: 'error', text: answer.problem.title })
      return
    }
    setFindings(answer.body.findings)
    if (answer.body.findings.length === 0) showToast({ kind: 'success', text: t('cohorts.checkClean') })
  }
  const last = query.data?.items[query.data.items.length - 1]
  return (
    <section class="card stack">
      <div class="row">
        {writes && (
          <>
            <Button kind="primary" icon="plus" onClick={() => setEditing('new')}>
              {t('cohorts.addSession')}
            </Button>
            <Button icon="upload" href={`/cohorts/${cohort.id}/import-sessions`}>
              {t('cohorts.importSessions')}
            </Button>
            <Button icon="check" busy={checking} onClick={() => void check()}>
              {t('cohorts.check')}
            </Button>
          </>
        )}
        <ExportMenu
          address={(format: 'xlsx' | 'csv') =>
            `/api/districts/${encodeURIComponent(district)}/cohorts/${cohort.id}/sessions?format=${format}`
          }
        />
      </div>
      {findings.length > 0 && (
        <Callout kind="warning" title={t('cohorts.findings', { n: findings.length })}>
          <p>{t('cohorts.findingsHelp')}</p>
          <ul class="timetable-findings">
            {findings.map(({ detail }, index) => (
              <li key={index}>{detail}</li>
            ))}
          </ul>
        </Callout>
      )}
      <QueryView query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              title={t('cohorts.noSessions')}
              help={writes ? t('cohorts.noSessionsHelp') : t('cohorts.noSessionsYet')}
            />
          ) : (
            <Days cohort={cohort} sessions={items} onEdit={setEditing} onCopy={setCopying} />
          )
        }
      </QueryView>
      {writes && (
        <>
          {editing !== null && (
            <SessionDialog
              cohort={cohort}
              editing={editing}
              day={last ? formatDate(last.startsAt) : cohort.startsOn}
              onSaved={setFindings}
              onClose={() => setEditing(null)}
            />
          )}
          {copying !== null && (
            <CopyDialog cohort={cohort} session={copying} onSaved={setFindings} onClose={() => setCopying(null)} />
          )}
        </>
      )}
    </section>
  )
}
