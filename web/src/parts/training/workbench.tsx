import './workbench.css'
import { ListState } from '../../frame/list-state.tsx'
import { useNow } from '../../frame/use-now.ts'
import { useActing } from '../../session.ts'
import { BarChart } from '../../ui/bar-chart.tsx'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StatCard } from '../../ui/stat-card.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useQuery } from '../../use-query.ts'
import { formatInstant, formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { daysLeft } from './days-left.ts'
import { applicationStates, counted, filled, projectStates } from './figures.ts'
import { TaskList } from './task-list.tsx'

const shownRows = 8
const deciders: readonly string[] = ['office', 'finance', 'curator']
const inReview = ['submitted', 'screened', 'in_review', 'ranked']
const underWay = ['preparing', 'running', 'concluding']
const over = ['completed', 'evaluated', 'archived']

/** Whoever decides confirms once a year what binds them. */
function InterestsDue({ district }: { district: string }) {
  const mine = useQuery('readMyInterests', { params: { district } })
  if (!mine.data?.due) return null
  return (
    <Callout
      kind="warning"
      title={t('workbench.interestsDue')}
      actions={
        <Button size="small" href="/my-interests">
          {t('workbench.interestsGo')}
        </Button>
      }
    >
      {t('workbench.interestsHelp')}
    </Callout>
  )
}

function Waiting() {
  const tasks = useQuery('listTasks', { query: { limit: shownRows, sort: 'day' } })
  const digest = useQuery('readDigest', {})
  const { overdue = 0, dueSoon = 0 } = digest.data ?? {}
  return (
    <section class="card">
      <div class="card-head">
        <h2>{t('workbench.waiting')}</h2>
        {overdue + dueSoon > 0 && (
          <span class={overdue > 0 ? 'waiting-late' : 'muted'}>
            {[
              overdue > 0 && t('workbench.overdueCount', { n: overdue }),
              dueSoon > 0 && t('workbench.dueSoonCount', { n: dueSoon }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        )}
        <a href="/tasks">{t('workbench.allTasks')}</a>
      </div>
      <ListState query={tasks} empty={<EmptyState title={t('workbench.nothing')} help={t('workbench.nothingHelp')} />}>
        {(items) => <TaskList tasks={items} />}
      </ListState>
    </section>
  )
}

const lastDays = 3

/** How many days are left, loud on the last ones. */
function Remaining({ closesAt, now }: { closesAt: string; now: string }) {
  const days = daysLeft(closesAt, now)
  const text = days === 0 ? t('workbench.closesToday') : t('workbench.daysLeft', { n: days })
  return <Tag tone={days <= lastDays ? 'accent' : 'neutral'}>{text}</Tag>
}

function Deadlines({ district }: { district: string }) {
  const calls = useQuery('listCalls', { params: { district }, query: { state: 'open', limit: 50 } })
  const now = useNow()
  return (
    <section class="card">
      <h2>{t('workbench.deadlines')}</h2>
      <ListState query={calls} empty={<EmptyState title={t('workbench.noCalls')} />}>
        {(items) => (
          <ul class="task-list">
            {items
              .filter((one) => one.closesAt > now)
              .sort((a, b) => a.closesAt.localeCompare(b.closesAt))
              .slice(0, shownRows)
              .map((one) => (
                <li key={one.id}>
                  <div class="task-what">
                    <span class="task-kind">{wordFor('callKind', one.kind)}</span>
                    <a href={`/calls/${one.id}`}>{one.title}</a>
                  </div>
                  <span class="task-due">
                    <Remaining closesAt={one.closesAt} now={now} />
                    <span>{t('workbench.closesAt', { at: formatInstant(one.closesAt) })}</span>
                  </span>
                </li>
              ))}
          </ul>
        )}
      </ListState>
    </section>
  )
}

function Figures({ counters }: { counters: Readonly<Record<string, number>> }) {
  const figures = [
    { word: 'workbench.inReview', n: counted(counters, 'application', inReview), href: '/applications' },
    { word: 'workbench.noticed', n: counted(counters, 'application', ['noticed']), href: '/publicity' },
    { word: 'workbench.running', n: counted(counters, 'project', underWay), href: '/projects' },
    { word: 'workbench.completed', n: counted(counters, 'project', over), href: '/projects' },
  ] as const
  // whoever has no part in applications and projects, as an expert, is spared four zeros
  if (figures.every(({ n }) => n === 0)) return null
  return (
    <div class="workbench-figures">
      {figures.map(({ word, n, href }) => (
        <StatCard key={word} label={t(word)} value={formatNumber(n)} unit={t('workbench.items')} href={href} />
      ))}
    </div>
  )
}

function StateChart({
  title,
  group,
  states,
}: {
  title: string
  group: string
  states: { state: string; n: number }[]
}) {
  if (states.length === 0) return null
  return (
    <section class="card">
      <BarChart
        title={title}
        unit={t('workbench.items')}
        labelTitle={t('frame.state')}
        labels={states.map(({ state }) => wordFor(group, state))}
        series={[{ name: t('workbench.number'), values: states.map(({ n }) => n) }]}
      />
    </section>
  )
}

/** 工作台: figures, what waits for me, deadlines. */
export function Workbench() {
  const { session, membership, role, district } = useActing()
  const dashboard = useQuery('readDashboard', { params: { district } })
  const counters = dashboard.data?.counters ?? {}
  const place = [membership.district?.name, membership.unitName].filter(Boolean).join(' · ')
  return (
    <>
      <PageHead
        title={t('workbench.hello', { name: session.account.name })}
        tags={<Tag tone="blue">{wordFor('role', role)}</Tag>}
        help={place}
      />
      {deciders.includes(role) && <InterestsDue district={district} />}
      <Figures counters={counters} />
      <div class="workbench">
        <div class="stack">
          <Waiting />
          <StateChart
            title={t('workbench.projectsByState')}
            group="project"
            states={filled(counters, 'project', projectStates)}
          />
        </div>
        <div class="stack">
          <Deadlines district={district} />
          <StateChart
            title={t('workbench.applicationsByState')}
            group="application"
            states={filled(counters, 'application', applicationStates)}
          />
        </div>
      </div>
    </>
  )
}
