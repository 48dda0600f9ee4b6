import './workbench.css'
import { ListState } from '../../frame/list-state.tsx'
import { QueryView } from '../../frame/query-view.tsx'
import { useNow } from '../../frame/use-now.ts'
import { useActing } from '../../session.ts'
import { BarChart } from '../../ui/bar-chart.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StatCard } from '../../ui/stat-card.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useQuery } from '../../use-query.ts'
import { formatInstant, formatNumber } from '../../words/format.ts'
import { t, wordFor } from '../../words/words.ts'
import { applicationStates, counted, filled, projectStates } from './figures.ts'
import { TaskList } from './task-list.tsx'

const shownTasks = 8

function Waiting() {
  const tasks = useQuery('listTasks', { query: { limit: 50 } })
  return (
    <section class="card">
      <div class="card-head">
        <h2>{t('workbench.waiting')}</h2>
        <a href="/tasks">{t('workbench.allTasks')}</a>
      </div>
      <ListState query={tasks} empty={<EmptyState title={t('workbench.nothing')} help={t('workbench.nothingHelp')} />}>
        {(items) => <TaskList tasks={items.slice(0, shownTasks)} />}
      </ListState>
    </section>
  )
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
              .map((one) => (
                <li key={one.id}>
                  <div class="task-what">
                    <span class="task-kind">{wordFor('callKind', one.kind)}</span>
                    <a href={`/calls/${one.id}`}>{one.title}</a>
                  </div>
                  <span class="task-due">{t('workbench.closesAt', { at: formatInstant(one.closesAt) })}</span>
                </li>
              ))}
          </ul>
        )}
      </ListState>
    </section>
  )
}

function Figures({ district }: { district: string }) {
  const dashboard = useQuery('readDashboard', { params: { district } })
  return (
    <QueryView query={dashboard}>
      {({ counters }) => {
        const applications = filled(counters, 'application', applicationStates)
        const projects = filled(counters, 'project', projectStates)
        const inReview = counted(counters, 'application', ['submitted', 'screened', 'in_review', 'ranked'])
        return (
          <>
            <div class="workbench-figures">
              <StatCard
                label={t('workbench.inReview')}
                value={formatNumber(inReview)}
                unit={t('workbench.items')}
                href="/applications"
              />
              <StatCard
                label={t('workbench.noticed')}
                value={formatNumber(counters['application.noticed'] ?? 0)}
                unit={t('workbench.items')}
                href="/publicity"
              />
              <StatCard
                label={t('workbench.running')}
                value={formatNumber(counted(counters, 'project', ['preparing', 'running', 'concluding']))}
                unit={t('workbench.items')}
                href="/projects"
              />
              <StatCard
                label={t('workbench.completed')}
                value={formatNumber(counted(counters, 'project', ['completed', 'evaluated', 'archived']))}
                unit={t('workbench.items')}
                href="/projects"
              />
            </div>
            {applications.length > 0 && (
              <section class="card">
                <BarChart
                  title={t('workbench.applicationsByState')}
                  unit={t('workbench.items')}
                  labelTitle={t('frame.state')}
                  labels={applications.map(({ state }) => wordFor('application', state))}
                  series={[{ name: t('workbench.number'), values: applications.map(({ n }) => n) }]}
                />
              </section>
            )}
            {projects.length > 0 && (
              <section class="card">
                <BarChart
                  title={t('workbench.projectsByState')}
                  unit={t('workbench.items')}
                  labelTitle={t('frame.state')}
                  labels={projects.map(({ state }) => wordFor('project', state))}
                  series={[{ name: t('workbench.number'), values: projects.map(({ n }) => n) }]}
                />
              </section>
            )}
          </>
        )
      }}
    </QueryView>
  )
}

/** 工作台: what waits for me, deadlines, figures. */
export function Workbench() {
  const { session, membership, role, district } = useActing()
  const place = [membership.district?.name, membership.unitName].filter(Boolean).join(' · ')
  return (
    <>
      <PageHead
        title={t('workbench.hello', { name: session.account.name })}
        tags={<Tag tone="blue">{wordFor('role', role)}</Tag>}
        help={place}
      />
      <div class="workbench">
        <div>
          <Waiting />
          <Deadlines district={district} />
        </div>
        <div>
          <Figures district={district} />
        </div>
      </div>
    </>
  )
}
