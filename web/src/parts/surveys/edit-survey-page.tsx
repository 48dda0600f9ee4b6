import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { focusFirstError } from '../../ui/first-error.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useQuery } from '../../use-query.ts'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'
import { bodyOfDraft, draftOfBody, type SurveyDraft } from './survey-draft.ts'
import { SurveyForm } from './survey-form.tsx'

/** 编辑问卷, while it is a draft. */
export function EditSurveyPage() {
  const { district } = useActing()
  const { route } = useLocation()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readSurvey', { params: { district, id } })
  const edit = useSend('editSurvey')
  const [draft, setDraft] = useState<SurveyDraft | null>(null)
  async function save(now: SurveyDraft, version: number) {
    const { title, until } = now
    const body = { title, until, body: bodyOfDraft(now) }
    const answer = await edit.send({ params: { district, id }, ifMatch: version, body })
    if (!answer.ok) return focusFirstError()
    showToast({ kind: 'success', text: t('surveys.saved') })
    route(`/surveys/${id}`)
  }
  return (
    <>
      <PageHead
        title={t('surveys.edit')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('surveys.title'), href: '/surveys' },
          { label: query.data?.title ?? t('surveys.edit'), href: `/surveys/${id}` },
          { label: t('frame.edit') },
        ]}
      />
      <QueryView query={query} skeleton="form">
        {(survey) => {
          const shown = draft ?? draftOfBody(survey.body, survey)
          return (
            <form
              class="stack"
              onSubmit={(event) => {
                event.preventDefault()
                if (!edit.busy) void save(shown, survey.version)
              }}
            >
              {edit.problem && (
                <Callout kind="error" title={edit.problem.title}>
                  {edit.problem.detail}
                </Callout>
              )}
              <SurveyForm draft={shown} onChange={setDraft} errors={edit.problem?.fields ?? {}} />
              <div class="survey-foot">
                <Button href={`/surveys/${id}`}>{t('ui.cancel')}</Button>
                <Button kind="primary" type="submit" busy={edit.busy} disabled={draft === null}>
                  {t('surveys.save')}
                </Button>
              </div>
            </form>
          )
        }}
      </QueryView>
    </>
  )
}
