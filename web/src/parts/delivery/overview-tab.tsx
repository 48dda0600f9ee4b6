import { HistoryCard } from '../../frame/history-card.tsx'
import { useActing } from '../../session.ts'
import { Callout } from '../../ui/callout.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { useQuery } from '../../use-query.ts'
import { formatDate, formatInstant, formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { CalendarButton } from './calendar-button.tsx'
import type { Cohort, CohortTabProps } from './cohort-tabs.ts'
import { CohortTimeline } from './cohort-timeline.tsx'
import { RulesView } from './rules-view.tsx'

function Accreditation({ cohort }: { cohort: Cohort }) {
  const level = wordFor('level', cohort.level)
  return cohort.accredited ? (
    <Callout kind="success">{t('cohorts.isAccredited', { level })}</Callout>
  ) : (
    <Callout kind="warning">{t('cohorts.notAccredited', { level })}</Callout>
  )
}

function History({ cohort }: CohortTabProps) {
  const { district } = useActing()
  const query = useQuery('readCohortHistory', { params: { district, id: cohort.id } })
  return <HistoryCard group="cohort" query={query} />
}

/** What a cohort is, drawn on a line of time, and who may be nominated. */
export function OverviewTab({ cohort }: CohortTabProps) {
  const { district } = useActing()
  const sessions = useQuery('listSessions', { params: { district, id: cohort.id }, query: { limit: 200 } })
  const own = cohort.actions.length > 0
  return (
    <div class="cohort-overview">
      <div class="stack">
        {own && <Accreditation cohort={cohort} />}
        <section class="card">
          <CohortTimeline stages={cohort.stages} sessions={sessions.data?.items ?? []} />
        </section>
        <section class="card">
          <DescriptionList
            items={[
              {
                label: t('cohorts.project'),
                value: <a href={`/projects/${cohort.projectId}`}>{cohort.projectTitle}</a>,
              },
              { label: t('cohorts.unit'), value: cohort.unitName },
              { label: t('cohorts.provider'), value: cohort.providerName },
              {
                label: t('cohorts.dates'),
                value: t('cohorts.datesOf', { from: formatDate(cohort.startsOn), to: formatDate(cohort.endsOn) }),
              },
              {
                label: t('cohorts.places'),
                value: t('cohorts.placesTaken', {
                  taken: formatNumber(cohort.taken),
                  places: formatNumber(cohort.places),
                }),
              },
              { label: t('cohorts.waitingPlaces'), value: formatNumber(cohort.waitingPlaces) },
              { label: t('cohorts.minutes'), value: t('cohorts.minutesOf', { n: formatNumber(cohort.minutes) }) },
              {
                label: t('cohorts.nominateUntil'),
                value: cohort.nominateUntil === null ? null : formatInstant(cohort.nominateUntil),
              },
              { label: t('cohorts.line'), value: cohort.line },
              { label: t('cohorts.topic'), value: cohort.topic },
              { label: t('cohorts.module'), value: cohort.module },
              { label: t('cohorts.subject'), value: cohort.subject },
              {
                label: t('cohorts.phase'),
                value: cohort.phase === '' ? t('cohorts.anyPhase') : wordFor('phase', cohort.phase),
              },
              { label: t('cohorts.channel'), value: wordFor('channel', cohort.channel) },
            ]}
          />
        </section>
      </div>
      <div>
        {cohort.state !== 'planned' && cohort.state !== 'cancelled' && (
          <section class="card">
            <h2>{t('cohorts.calendar')}</h2>
            <p class="muted calendar-help">{t('cohorts.calendarHelp')}</p>
            <CalendarButton cohortId={cohort.id} renewable={own} name={cohort.title} />
          </section>
        )}
        <section class="card">
          <h2>{t('cohorts.rules')}</h2>
          <RulesView rules={cohort.rules} />
        </section>
        {own && <History cohort={cohort} />}
      </div>
    </div>
  )
}
