import { enters } from '../../frame/menu-table.ts'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { useQuery } from '../../use-query.ts'
import { t } from '../../words/words.ts'
import { Funnel, Levels, Stats } from './follow-up-overview-page.tsx'

/** 问卷与跟踪 of one cohort: what its participants say, and what became of them. */
export function CohortFeedbackTab({ cohort }: { cohort: { id: string } }) {
  const { district, role } = useActing()
  const surveys = useQuery('listSurveys', { params: { district }, query: { cohort: cohort.id, limit: 50 } })
  const followed = useQuery('readFollowUpOverview', { params: { district, id: cohort.id } })
  const rounds = followed.data?.rounds ?? []
  return (
    <div class="stack">
      <section class="card">
        <div class="card-head">
          <h2>{t('surveys.title')}</h2>
          {enters(role, 'newSurvey') && (
            <Button size="small" icon="plus" href={`/surveys/new?cohort=${cohort.id}`}>
              {t('surveys.new')}
            </Button>
          )}
        </div>
        <QueryView query={surveys}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={t('surveys.none')} help={t('surveys.noneHelp')} />
            ) : (
              <ul class="stack">
                {items.map((one) => (
                  <li key={one.id} class="row">
                    <a href={`/surveys/${one.id}`}>{one.title}</a>
                    <StateTag group="survey" state={one.state} />
                    <span class="muted">{t('surveys.rateOf', one)}</span>
                  </li>
                ))}
              </ul>
            )
          }
        </QueryView>
      </section>
      {rounds.length > 0 && (
        <>
          <div class="card-head">
            <h2>{t('followUps.title')}</h2>
            <Button size="small" href={`/follow-ups?cohort=${cohort.id}`}>
              {t('followUps.seeList')}
            </Button>
          </div>
          <Stats rounds={rounds} />
          <Funnel rounds={rounds} />
          <Levels rounds={rounds} />
        </>
      )}
    </div>
  )
}
