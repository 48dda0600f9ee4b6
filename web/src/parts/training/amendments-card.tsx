import './agreements.css'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { useQuery } from '../../use-query.ts'
import { formatDate } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import type { Project } from './project-page.tsx'

/** Every amendment that was proposed, newest first, and the way to propose one. */
export function AmendmentsCard({ project }: { project: Project }) {
  const { district } = useActing()
  const query = useQuery('listAmendments', { params: { district, id: project.id } })
  return (
    <section class="card stack">
      <div class="row agreement-head">
        <h2>{t('amendments.title')}</h2>
        {project.actions.includes('amend') && (
          <span class="agreement-links">
            <Button size="small" href={`/projects/${project.id}/amend`}>
              {t('amendments.propose')}
            </Button>
          </span>
        )}
      </div>
      <QueryView query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="muted">{t('amendments.none')}</p>
          ) : (
            <ul class="amendments">
              {items.map((amendment) => (
                <li key={amendment.id}>
                  <a href={`/amendments/${amendment.id}`}>{amendment.reason}</a>
                  <span class="row">
                    <StateTag group="amendment" state={amendment.state} />
                    <span class="muted">{formatDate(amendment.createdAt)}</span>
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </section>
  )
}
