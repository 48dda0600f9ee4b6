import type { OutputOf } from '../../call.ts'
import { call } from '../../call.ts'
import { MoveButtons } from '../../frame/move-buttons.tsx'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { BarChart } from '../../ui/bar-chart.tsx'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { StatCard } from '../../ui/stat-card.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { useQuery } from '../../use-query.ts'
import { formatInstant, formatNumber, formatTime } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { AttendeesCard } from './attendees-card.tsx'
import type { CohortTabProps } from './cohort-tabs.ts'
import './hours.css'

type Attendance = OutputOf<'readAttendance'>
type Session = Attendance['sessions'][number]

function SessionButtons({ session, district }: { session: Session; district: string }) {
  const { id, actions, version } = session
  return (
    <div class="row">
      {actions.includes('scan') && (
        <Button size="small" kind="primary" href={`/sessions/${id}/screen`}>
          {t('hours.openScreen')}
        </Button>
      )}
      <Button size="small" href={`/sessions/${id}/attendance`}>
        {actions.includes('enter') ? t('hours.enter') : t('frame.view')}
      </Button>
      <MoveButtons
        offered={actions}
        size="small"
        moves={[
          {
            action: 'settle',
            label: t('hours.settle'),
            message: (
              <>
                <strong>{session.topic}</strong>
                <p>{t('hours.settleHelp')}</p>
              </>
            ),
            note: 'none',
            send: () => call('settleAttendance', { params: { district, id }, body: {}, ifMatch: version }),
          },
        ]}
      />
    </div>
  )
}

function Sessions({ attendance }: { attendance: Attendance }) {
  const { district } = useActing()
  const { sessions, taken, claims, absenceFrom } = attendance
  const due = sessions.filter(({ state }) => state !== 'cancelled')
  const settled = due.filter(({ state }) => state === 'held').length
  return (
    <>
      <div class="stats">
        <StatCard label={t('hours.taken')} value={formatNumber(taken)} unit={t('hours.persons')} />
        <StatCard
          label={t('hours.settled')}
          value={t('hours.settledOf', { done: settled, all: due.length })}
          unit={t('hours.lessons')}
        />
        <StatCard
          label={t('hours.due')}
          value={formatNumber(attendance.minutes)}
          unit={t('hours.minutes')}
          help={t('hours.absenceRule', { n: absenceFrom[0], d: absenceFrom[1] })}
        />
        <StatCard
          label={t('hours.claimsWaiting')}
          value={formatNumber(claims)}
          waiting={claims > 0}
          href={`/hours-claims?cohort=${attendance.id}&state=pending`}
        />
      </div>
      <section class="card">
        <div class="card-head">
          <h2>{t('hours.attendance')}</h2>
          <Button href={`/cohorts/${attendance.id}/conclusion`}>{t('hours.conclusion')}</Button>
        </div>
        <p class="muted attendance-help">{t('hours.attendanceHelp')}</p>
        <DataTable
          caption={t('hours.attendance')}
          rows={sessions}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('hours.noSessions')} help={t('hours.noSessionsHelp')} />}
          columns={[
            { key: 'topic', title: t('hours.session'), card: 'title', render: ({ topic }) => topic },
            {
              key: 'time',
              title: t('hours.time'),
              nowrap: true,
              render: ({ startsAt, endsAt }) => `${formatInstant(startsAt)}–${formatTime(endsAt)}`,
            },
            {
              key: 'channel',
              title: t('hours.channel'),
              nowrap: true,
              render: ({ channel }) => wordFor('channel', channel),
            },
            {
              key: 'present',
              title: t('hours.present'),
              align: 'right',
              nowrap: true,
              render: ({ present }) => t('hours.presentOf', { n: present, all: taken }),
            },
            {
              key: 'state',
              title: t('frame.state'),
              nowrap: true,
              render: ({ state }) => <StateTag group="session" state={state} />,
            },
            {
              key: 'actions',
              title: t('ui.actions'),
              card: 'bare',
              render: (session) => <SessionButtons session={session} district={district} />,
            },
          ]}
        />
      </section>
      {due.length > 0 && taken > 0 && (
        <section class="card">
          <BarChart
            title={t('hours.presentChart')}
            unit={t('hours.persons')}
            labels={due.map(({ topic, startsAt }) => `${formatInstant(startsAt).slice(5, 10)} ${topic}`)}
            series={[{ name: t('hours.present'), values: due.map(({ present }) => present) }]}
            labelTitle={t('hours.session')}
          />
        </section>
      )}
    </>
  )
}

/** 考勤 of a cohort: its sessions for who runs it, and everybody's figures; a school sees its own teachers. */
export function AttendanceTab({ cohort }: CohortTabProps) {
  const { district, role, membership } = useActing()
  const runs = membership.unit === null || membership.unit === cohort.unitId
  const reviews = runs && role !== 'registrar'
  const query = useQuery('readAttendance', reviews ? { params: { district, id: cohort.id } } : null)
  return (
    <div class="stack">
      {reviews && <QueryView query={query}>{(attendance) => <Sessions attendance={attendance} />}</QueryView>}
      <AttendeesCard cohort={cohort.id} />
    </div>
  )
}
