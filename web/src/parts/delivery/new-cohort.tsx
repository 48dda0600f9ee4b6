import { useLocation } from 'preact-iso'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useQuery } from '../../use-query.ts'
import { useSend } from '../../use-send.ts'
import { formatNumber } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import { CohortWizard } from './cohort-wizard.tsx'

/** 新建班次 of a project: its application and agreement have filled in what they know. */
export function NewCohort() {
  const { district, membership } = useActing()
  const { query: search, route } = useLocation()
  const project = search['project'] ?? ''
  const draft = useQuery('draftCohort', project === '' ? null : { params: { district, id: project } })
  const { send, busy, problem } = useSend('createCohort')
  return (
    <>
      <PageHead
        title={t('cohorts.new')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.cohorts'), href: '/cohorts' },
          { label: t('cohorts.new') },
        ]}
      />
      {project === '' && (
        <section class="card">
          <EmptyState
            title={t('cohorts.ofWhich')}
            help={t('cohorts.noneHelp')}
            action={<Button href="/projects">{t('menu.projects')}</Button>}
          />
        </section>
      )}
      {project !== '' && (
        <QueryView query={draft} skeleton="form">
          {({ cohort, promised }) => (
            <div class="stack">
              {(promised.persons !== null || promised.hours !== null) && (
                <Callout>
                  {t('cohorts.prefilled', {
                    persons: formatNumber(promised.persons),
                    hours: formatNumber(promised.hours),
                  })}
                </Callout>
              )}
              <CohortWizard
                initial={cohort}
                providerName={cohort.providerId === null ? null : (membership.unitName ?? null)}
                stashKey={`cohort.${project}`}
                saveLabel={t('cohorts.create')}
                backHref={`/projects/${project}`}
                busy={busy}
                problem={problem}
                onSave={async (body) => {
                  const answer = await send({ params: { district }, body })
                  if (!answer.ok) return false
                  showToast({ kind: 'success', text: t('cohorts.created') })
                  route(`/cohorts/${answer.body.id}?tab=timetable`)
                  return true
                }}
              />
            </div>
          )}
        </QueryView>
      )}
    </>
  )
}
