import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { useQuery } from '../../use-query.ts'
import { formatDate } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import type { Project } from './project-page.tsx'

const makers = ['office', 'school_admin', 'provider']

/** The cohorts of a project, and the way to one more while it is prepared or carried out. */
export function CohortsCard({ project }: { project: Project }) {
  const { district, role } = useActing()
  const asked = role !== 'curator'
  const query = useQuery('listCohorts', asked ? { params: { district }, query: { project: project.id } } : null)
  if (!asked || project.kind !== 'training_project') return null
  const makes = makers.includes(role) && ['preparing', 'running'].includes(project.state)
  return (
    <section class="card">
      <div class="card-head">
        <h2>{t('projects.cohorts')}</h2>
        {makes && (
          <Button size="small" icon="plus" href={`/cohorts/new?project=${project.id}`}>
            {t('projects.newCohort')}
          </Button>
        )}
      </div>
      <QueryView query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="muted">{t('projects.noCohorts')}</p>
          ) : (
            <ul class="task-list">
              {items.map((cohort) => (
                <li key={cohort.id}>
                  <a href={`/cohorts/${cohort.id}`}>{cohort.title}</a> <StateTag group="cohort" state={cohort.state} />
                  <div class="muted">
                    {formatDate(cohort.startsOn)} {t('ui.to')} {formatDate(cohort.endsOn)} · {cohort.taken} /{' '}
                    {cohort.places}
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </section>
  )
}
