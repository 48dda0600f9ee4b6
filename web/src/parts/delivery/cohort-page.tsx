import './delivery.css'
import { useLocation, useRoute } from 'preact-iso'
import { type CallInput, call } from '../../call.ts'
import { type Move, MoveButtons } from '../../frame/move-buttons.tsx'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useQuery } from '../../use-query.ts'
import { t, wordFor } from '../../words/words.ts'
import { type Cohort, cohortTabs } from './cohort-tabs.ts'

/** Who proposes teachers. */
const sends: readonly string[] = ['office', 'school_admin', 'registrar']
const concludes: readonly string[] = ['running', 'concluding']

type Noted = 'openCohort' | 'closeCohort' | 'reopenCohort' | 'beginCohort'

function movesOf(district: string, { id, version }: Cohort): Move[] {
  const params = { district, id }
  const noted = (route: Noted, action: string, label: string, message: string, kind: Move['kind']): Move => ({
    action,
    label,
    message,
    note: 'none',
    kind,
    send: () => call(route, { params, body: {}, ifMatch: version } satisfies CallInput<Noted>),
  })
  return [
    {
      action: 'cancel',
      label: t('cohorts.cancel'),
      message: t('cohorts.cancelHelp'),
      note: 'required',
      kind: 'danger',
      send: (note = '') => call('cancelCohort', { params, body: { note }, ifMatch: version }),
    },
    noted('reopenCohort', 'reopen', t('cohorts.reopen'), t('cohorts.reopenHelp'), 'normal'),
    noted('openCohort', 'open', t('cohorts.open'), t('cohorts.openHelp'), 'primary'),
    noted('closeCohort', 'close', t('cohorts.close'), t('cohorts.closeHelp'), 'primary'),
    noted('beginCohort', 'begin', t('cohorts.begin'), t('cohorts.beginHelp'), 'primary'),
  ]
}

/** A cohort: what it is, when it meets, who comes, and what happens next. The tab stands in the address. */
export function CohortPage() {
  const { district, role } = useActing()
  const id = useRoute().params['id'] ?? ''
  const { query: search, path, route } = useLocation()
  const query = useQuery('readCohort', { params: { district, id } })
  return (
    <QueryView query={query}>
      {(cohort) => {
        const tabs = cohortTabs.filter(({ when }) => when(cohort, role))
        const current = tabs.find(({ key }) => key === search['tab']) ?? tabs[0]
        const Page = current?.page
        return (
          <>
            <PageHead
              title={cohort.title}
              crumbs={[
                { label: t('shell.workbench'), href: '/' },
                { label: t('menu.cohorts'), href: '/cohorts' },
                { label: cohort.title },
              ]}
              tags={
                <>
                  <StateTag group="cohort" state={cohort.state} />
                  <Tag>{wordFor('level', cohort.level)}</Tag>
                </>
              }
              actions={
                <>
                  {cohort.state === 'concluded' && role !== 'teacher' && (
                    <Button href={role === 'office' ? `/certificates/issue/${id}` : `/certificates?cohort=${id}`}>
                      {t('menu.certificates')}
                    </Button>
                  )}
                  {concludes.includes(cohort.state) && cohort.actions.length > 0 && (
                    <Button href={`/cohorts/${id}/conclusion`}>{t('cohorts.conclusion')}</Button>
                  )}
                  {cohort.actions.includes('edit') && <Button href={`/cohorts/${id}/edit`}>{t('cohorts.edit')}</Button>}
                  <MoveButtons offered={cohort.actions} moves={movesOf(district, cohort)} />
                  {cohort.state === 'nominating' && sends.includes(role) && (
                    <Button
                      kind={cohort.actions.length > 0 ? 'normal' : 'primary'}
                      icon="plus"
                      href={`/cohorts/${id}/nominate`}
                    >
                      {t('cohorts.nominate')}
                    </Button>
                  )}
                </>
              }
            />
            <Tabs
              name={t('cohorts.tabs')}
              tabs={tabs.map(({ key }) => ({ key, title: t(`cohorts.tab.${key}`) }))}
              current={current?.key ?? ''}
              onChange={(key) => route(`${path}?tab=${key}`, true)}
            >
              {Page && <Page cohort={cohort} />}
            </Tabs>
          </>
        )
      }}
    </QueryView>
  )
}
