import '../quality.css'
import './assessments.css'
import { useRoute } from 'preact-iso'
import { QueryView } from '../../../frame/query-view.tsx'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { useQuery } from '../../../use-query.ts'
import { useSend } from '../../../use-send.ts'
import { formatDate, formatInstant, formatNumber } from '../../../words/format.ts'
import { t, wordFor } from '../../../words/words.ts'
import { BandTag } from '../evaluations/band-tag.tsx'
import { AssessmentAlarms } from './assessment-alarms.tsx'
import { AssessmentFigures } from './assessment-figures.tsx'
import { AssessmentLifts } from './assessment-lifts.tsx'
import { AssessmentMilestones } from './assessment-milestones.tsx'
import { AssessmentMonths } from './assessment-months.tsx'
import { AssessmentTrend } from './assessment-trend.tsx'
import type { Assessment } from './assessment-words.ts'

function Score({ found }: { found: Assessment }) {
  const { total, band, bandTitle, weight, month, closesOn, rubric } = found
  return (
    <section class="card assessment-score">
      <div>
        <span class="muted">{t('assessments.total')}</span>
        <strong class="assessment-total">{total === null ? t('ui.none') : formatNumber(total, 2)}</strong>
        {band !== null && <BandTag band={band} title={bandTitle} />}
      </div>
      <div>
        <p>
          {t('assessments.coverage', {
            present: formatNumber(weight.present, 2),
            measurable: formatNumber(weight.measurable, 2),
          })}
        </p>
        <p class="muted">{t('assessments.totalHelp')}</p>
        <p class="muted">{t('assessments.closesOn', { month, day: formatDate(closesOn) })}</p>
        {rubric && (
          <p>
            <a href={`/rubrics/${rubric.id}`}>{t('assessments.byRubric', { title: rubric.title })}</a>
          </p>
        )}
        {found.computedAt && (
          <p class="muted">{t('assessments.listsBehind', { at: formatInstant(found.computedAt) })}</p>
        )}
      </div>
    </section>
  )
}

/** 动态考核 of one project: where it stands, how it came there, and what would lift it. */
export function AssessmentPage() {
  const { district, role } = useActing()
  const id = useRoute().params['id'] ?? ''
  const params = { district, id }
  const query = useQuery('readProjectAssessment', { params })
  const { send, busy, problem } = useSend('recomputeAssessment')
  async function recompute() {
    const answer = await send({ params, body: {} })
    if (answer.ok) showToast({ kind: 'success', text: t('assessments.recomputed') })
  }
  return (
    <QueryView query={query}>
      {(found) => (
        <>
          <PageHead
            title={t('assessments.title')}
            crumbs={[
              { label: t('shell.workbench'), href: '/' },
              { label: t('menu.projects'), href: '/projects' },
              { label: found.title, href: `/projects/${id}` },
              { label: t('assessments.title') },
            ]}
            actions={
              found.actions.includes('recompute') &&
              found.without === null && (
                <Button busy={busy} onClick={() => void recompute()}>
                  {t('assessments.recompute')}
                </Button>
              )
            }
          />
          {problem && (
            <Callout kind="error" title={problem.title}>
              {problem.detail}
            </Callout>
          )}
          {found.without !== null && (
            <Callout
              actions={
                role === 'office' &&
                found.without !== 'state' && (
                  <Button size="small" href="/settings/assessment">
                    {t('assessments.toSetting')}
                  </Button>
                )
              }
            >
              {wordFor('assessments.without', found.without)}
            </Callout>
          )}
          {found.rubric !== null && <Score found={found} />}
          <div class="assessment">
            <div>
              {found.rubric !== null && <AssessmentTrend found={found} />}
              <AssessmentFigures found={found} />
              <AssessmentMonths found={found} />
            </div>
            <div>
              <AssessmentAlarms alarms={found.alarms} />
              {found.rubric !== null && <AssessmentLifts found={found} />}
              <AssessmentMilestones found={found} />
            </div>
          </div>
        </>
      )}
    </QueryView>
  )
}
