import { GUSKEY_LEVELS } from '@shixun/domain/delivery/guskey'
import { useRoute } from 'preact-iso'
import type { OutputOf } from '../../call.ts'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { BarChart } from '../../ui/bar-chart.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StatCard } from '../../ui/stat-card.tsx'
import { useQuery } from '../../use-query.ts'
import { formatDate, formatShare } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'

type Round = OutputOf<'readFollowUpOverview'>['rounds'][number]

const after = (n: number) => t('followUps.after', { n })

export function Stats({ rounds }: { rounds: readonly Round[] }) {
  return (
    <div class="stats">
      {rounds.map(({ month, stage, due, done, opensOn, dueOn }) => (
        <StatCard
          key={month}
          label={`${after(month)} · ${wordFor('followUpStage', stage)}`}
          value={due === 0 ? '—' : formatShare(done / due)}
          waiting={stage === 'overdue' && done < due}
          help={
            stage === 'planned'
              ? t('followUps.opens', { day: formatDate(opensOn) })
              : `${done} / ${due} · ${t('followUps.until', { day: formatDate(dueOn) })}`
          }
        />
      ))}
    </div>
  )
}

export function Funnel({ rounds }: { rounds: readonly Round[] }) {
  return (
    <section class="card">
      <BarChart
        title={t('followUps.funnel')}
        unit={t('followUps.people')}
        labels={rounds.map(({ month }) => after(month))}
        labelTitle={t('followUps.month')}
        series={[
          { name: t('followUps.due'), values: rounds.map(({ due }) => due) },
          { name: t('followUps.submitted'), values: rounds.map(({ submitted }) => submitted) },
          { name: t('followUps.done'), values: rounds.map(({ done }) => done) },
        ]}
      />
    </section>
  )
}

export function Levels({ rounds }: { rounds: readonly Round[] }) {
  const rated = rounds.filter(({ done }) => done > 0)
  if (rated.length === 0) return null
  return (
    <section class="card">
      <BarChart
        title={t('followUps.levels')}
        unit={t('followUps.points')}
        labels={GUSKEY_LEVELS.map((level) => wordFor('guskey', level))}
        labelTitle={t('followUps.level')}
        series={rated.map(({ month, levels }) => ({
          name: after(month),
          values: GUSKEY_LEVELS.map((level) => (levels[level] === null ? null : levels[level] / 100)),
        }))}
        format={(n) => n.toFixed(2)}
      />
      <p class="muted">{t('followUps.levelsHelp')}</p>
    </section>
  )
}

/** 一个班次的训后跟踪: how many are asked, in and rated at each point of time, and where they stand. */
export function FollowUpOverviewPage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readFollowUpOverview', { params: { district, id } })
  const title = query.data ? t('followUps.overviewOf', { title: query.data.cohortTitle }) : t('followUps.overview')
  return (
    <>
      <PageHead
        title={title}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('followUps.title'), href: '/follow-ups' },
          { label: title },
        ]}
        actions={<Button href={`/follow-ups?cohort=${id}`}>{t('followUps.seeList')}</Button>}
      />
      <QueryView query={query}>
        {({ rounds }) =>
          rounds.length === 0 ? (
            <section class="card">
              <EmptyState title={t('followUps.noRounds')} help={t('followUps.noRoundsHelp')} />
            </section>
          ) : (
            <div class="stack">
              <Stats rounds={rounds} />
              <Funnel rounds={rounds} />
              <Levels rounds={rounds} />
            </div>
          )
        }
      </QueryView>
    </>
  )
}
