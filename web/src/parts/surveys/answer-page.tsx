import { useRoute } from 'preact-iso'
import { call } from '../../call.ts'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { useQuery } from '../../use-query.ts'
import { formatInstant } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import { Answering } from './answering.tsx'

/** 填写问卷, on a phone as on a computer. The token is taken with the session, the answer is sent without it. */
export function AnswerPage() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const params = { district, id }
  const paper = useQuery('readPaper', { params })
  const survey = useQuery('readSurvey', { params })
  const title = paper.data?.title ?? t('surveys.answer')
  return (
    <>
      <PageHead
        title={title}
        crumbs={[{ label: t('surveys.title'), href: '/surveys' }, { label: title }]}
        help={paper.data && `${paper.data.subjectTitle} · ${t('surveys.until')} ${formatInstant(paper.data.until)}`}
      />
      <QueryView query={paper} skeleton="form">
        {(shown) => (
          <QueryView query={survey} skeleton="form">
            {({ mine }) => (
              <Answering
                key={shown.id}
                district={district}
                paper={shown}
                taken={mine === 'taken'}
                sign={(blinded) => call('takeSurveyToken', { params, body: { blinded } })}
                home={{ href: '/surveys', label: t('surveys.viewAll') }}
              />
            )}
          </QueryView>
        )}
      </QueryView>
    </>
  )
}
