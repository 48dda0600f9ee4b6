import './hours.css'
import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { OutputOf } from '../../call.ts'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { BarChart } from '../../ui/bar-chart.tsx'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { StatCard } from '../../ui/stat-card.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useQuery } from '../../use-query.ts'
import { formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { attendeeColumns } from './attendee-columns.tsx'
import { useConclusion } from './use-conclusion.ts'

type Conclusion = OutputOf<'readConclusion'>

function Notices({ conclusion }: { conclusion: Conclusion }) {
  const { open, provider, state, progress } = conclusion
  if (state === 'concluded')
    return (
      <Callout
        kind="success"
        title={t('hours.concluded')}
        actions={
          <>
            <Button size="small" href={`/ledger?cohort=${conclusion.id}`}>
              {t('hours.toLedger')}
            </Button>
            <Button size="small" href={`/certificates?cohort=${conclusion.id}`}>
              {t('menu.certificates')}
            </Button>
          </>
        }
      >
        {t('hours.concludedFacts', progress)}
        {progress.pending > 0 && t('hours.concludedPending', { n: progress.pending })}
      </Callout>
    )
  return (
    <>
      {open.length > 0 && (
        <Callout
          kind="warning"
          title={t('hours.openSessions', { n: open.length })}
          actions={
            <Button size="small" href={`/cohorts/${conclusion.id}?tab=attendance`}>
              {t('hours.attendance')}
            </Button>
          }
        >
          {t('hours.openSessionsHelp')}
        </Callout>
      )}
      {provider === null && (
        <Callout kind="warning" title={t('hours.noProvider')}>
          {t('hours.noProviderHelp')}
        </Callout>
      )}
      {provider && provider.gaps.length > 0 && (
        <Callout kind="warning" title={t('hours.gaps', { name: provider.name, n: provider.gaps.length })}>
          {t('hours.gapsHelp', { days: provider.gaps.join('、') })}
        </Callout>
      )}
    </>
  )
}

function Body({ conclusion }: { conclusion: Conclusion }) {
  const { district } = useActing()
  const { step, problem, busy, run } = useConclusion(district, conclusion.id)
  const [asking, setAsking] = useState(false)
  const [failedOnly, setFailedOnly] = useState(false)
  const { people, channels, minutesDue, absenceFrom, progress, state, left } = conclusion
  const completed = people.filter((one) => one.completed).length
  const failed = people.length - completed
  const done = step ? step.completed + step.failed : progress.completed + progress.failed
  const goingOn = state === 'concluding'
  const shown = failedOnly ? people.filter((one) => !one.completed) : people
  return (
    <div class="stack">
      <Notices conclusion={conclusion} />
      {problem && (
        <Callout kind="error" title={goingOn || step ? t('hours.concludeStopped') : problem.title}>
          {problem.detail}
        </Callout>
      )}
      {(busy || goingOn) && (
        <ProgressBar
          value={done}
          max={Math.max(1, progress.of)}
          label={t('hours.concluding', { done, all: progress.of })}
          name={t('hours.conclude')}
        />
      )}
      <div class="stats">
        <StatCard
          label={t('hours.willComplete')}
          value={formatNumber(completed)}
          unit={t('hours.persons')}
          help={t('hours.absenceRule', { n: absenceFrom[0], d: absenceFrom[1] })}
        />
        <StatCard
          label={t('hours.willFail')}
          value={formatNumber(failed)}
          unit={t('hours.persons')}
          waiting={failed > 0 && state !== 'concluded'}
        />
        <StatCard label={t('hours.due')} value={formatNumber(minutesDue)} unit={t('hours.minutes')} />
      </div>
      {conclusion.actions.includes('conclude') && (
        <div class="row">
          <Button kind="primary" busy={busy} onClick={() => (goingOn ? void run() : setAsking(true))}>
            {goingOn ? t('hours.goOn') : t('hours.conclude')}
          </Button>
        </div>
      )}
      <section class="card">
        <DataTable
          caption={t('hours.conclusion')}
          toolbar={
            <Checkbox checked={failedOnly} onChange={setFailedOnly}>
              {t('hours.filterFailed')}
            </Checkbox>
          }
          rows={shown}
          rowKey={({ id }) => id}
          columns={[
            ...attendeeColumns(),
            {
              key: 'result',
              title: t('hours.result'),
              nowrap: true,
              render: (one) => (
                <Tag tone={one.completed ? 'green' : 'red'}>
                  {one.completed ? t('hours.willComplete') : t('hours.willFail')}
                </Tag>
              ),
            },
            {
              key: 'attended',
              title: t('hours.attended'),
              align: 'right',
              nowrap: true,
              render: ({ attended }) => `${formatNumber(attended)} / ${formatNumber(minutesDue)}`,
            },
            {
              key: 'channels',
              title: t('hours.channel'),
              render: (one) =>
                one.channels
                  .map(({ channel, attended, due }) => `${wordFor('channel', channel)} ${attended}/${due}`)
                  .join('、'),
            },
            { key: 'why', title: t('hours.why'), render: ({ why }) => why ?? t('ui.none') },
          ]}
        />
      </section>
      {channels.length > 0 && (
        <section class="card">
          <BarChart
            title={t('hours.channelSums')}
            unit={t('hours.minutes')}
            labels={channels.map(({ channel }) => wordFor('channel', channel))}
            series={[{ name: t('hours.attended'), values: channels.map(({ attended }) => attended) }]}
            labelTitle={t('hours.channel')}
          />
        </section>
      )}
      <ConfirmDialog
        open={asking}
        title={t('hours.conclude')}
        message={
          <>
            <p>{t('hours.concludeHelp', { n: people.length, completed, failed })}</p>
            {left > 0 && <p>{t('hours.concludeLeft', { n: left })}</p>}
          </>
        }
        confirmLabel={t('hours.conclude')}
        onConfirm={() => {
          setAsking(false)
          void run()
        }}
        onClose={() => setAsking(false)}
      />
    </div>
  )
}

/** 结业名单: who completes and who does not, why, and the conclusion itself. */
export function ConclusionPage() {
  const { district } = useActing()
  const { id = '' } = useRoute().params
  const query = useQuery('readConclusion', { params: { district, id } })
  return (
    <>
      <PageHead
        title={t('hours.conclusion')}
        help={t('hours.conclusionHelp')}
        tags={query.data && <StateTag group="cohort" state={query.data.state} />}
        crumbs={[
          { label: t('menu.cohorts'), href: '/cohorts' },
          { label: query.data?.title ?? '', href: `/cohorts/${id}` },
          { label: t('hours.conclusion') },
        ]}
      />
      <QueryView query={query}>{(conclusion) => <Body conclusion={conclusion} />}</QueryView>
    </>
  )
}
