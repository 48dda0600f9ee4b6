import { useEffect, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import type { OutputOf } from '../../call.ts'
import { QueryView } from '../../frame/query-view.tsx'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Field } from '../../ui/field.tsx'
import { focusFirstError } from '../../ui/first-error.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Steps } from '../../ui/steps.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useQuery } from '../../use-query.ts'
import { useSend } from '../../use-send.ts'
import { t } from '../../words/words.ts'
import { DifferencesTable } from './differences-table.tsx'
import type { Project } from './project-page.tsx'
import { draftOf, termsOf } from './terms-draft.ts'
import { TermsForm } from './terms-form.tsx'

type Changes = OutputOf<'compareTerms'>['changes']

/** First the terms, then what changes beside its reason: nothing is sent that was not seen. */
function AmendForm({ project }: { project: Project }) {
  const { district } = useActing()
  const { route } = useLocation()
  const params = { district, id: project.id }
  // the version that was opened: a newer agreement is refused, not overwritten
  const [{ no, body }] = useState(project.agreement)
  const [draft, setDraft] = useState(() => draftOf(body))
  const [changes, setChanges] = useState<Changes | null>(null)
  const [reason, setReason] = useState('')
  const compare = useSend('compareTerms')
  const propose = useSend('proposeAmendment')
  const problem = changes === null ? compare.problem : propose.problem
  const errors = problem?.fields ?? {}
  useEffect(() => {
    if (problem) focusFirstError()
  }, [problem])
  const proposal = { fromNo: no, terms: termsOf(draft) }
  async function look() {
    const answer = await compare.send({ params, body: proposal })
    if (!answer.ok) return
    setChanges(answer.body.changes)
    scrollTo(0, 0)
  }
  async function send() {
    const answer = await propose.send({ params, body: { ...proposal, reason: reason.trim() } })
    if (!answer.ok) return
    showToast({ kind: 'success', text: t('amendments.sent') })
    route(`/amendments/${answer.body.id}`)
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!compare.busy && !propose.busy) void (changes === null ? look() : send())
      }}
    >
      <Steps
        current={changes === null ? 'terms' : 'differences'}
        steps={[
          { key: 'terms', title: t('agreements.title') },
          { key: 'differences', title: t('amendments.differences') },
        ]}
      />
      {problem && (
        <Callout kind="error" title={problem.title}>
          {errors['/terms'] ?? problem.detail}
        </Callout>
      )}
      {changes === null ? (
        <TermsForm draft={draft} onChange={setDraft} errors={errors} />
      ) : (
        <section class="card stack">
          <h2>{t('amendments.differences')}</h2>
          <DifferencesTable changes={changes} />
          <Field label={t('amendments.reason')} help={t('amendments.reasonHelp')} required error={errors['/reason']}>
            {(link) => <Textarea {...link} value={reason} onChange={setReason} maxLength={2000} />}
          </Field>
        </section>
      )}
      <div class="card row">
        {changes === null ? (
          <Button href={`/projects/${project.id}`}>{t('ui.cancel')}</Button>
        ) : (
          <Button onClick={() => setChanges(null)}>{t('amendments.backToEdit')}</Button>
        )}
        <Button
          kind="primary"
          type="submit"
          busy={compare.busy || propose.busy}
          disabled={changes !== null && reason.trim() === ''}
        >
          {changes === null ? t('amendments.compare') : t('amendments.send')}
        </Button>
      </div>
    </form>
  )
}

/** 提出任务书变更: by the bureau or by the unit; the other side decides. */
export function ProposeAmendment() {
  const { district } = useActing()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readProject', { params: { district, id } })
  return (
    <>
      <PageHead
        title={t('amendments.propose')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.projects'), href: '/projects' },
          { label: query.data?.title ?? '', href: `/projects/${id}` },
          { label: t('amendments.propose') },
        ]}
        help={t('amendments.proposeHelp')}
      />
      <QueryView query={query} skeleton="form">
        {(project) =>
          project.openAmendmentId === null ? (
            <AmendForm key={project.id} project={project} />
          ) : (
            <Callout
              kind="warning"
              title={t('amendments.waitingTitle')}
              actions={
                <Button size="small" href={`/amendments/${project.openAmendmentId}`}>
                  {t('amendments.see')}
                </Button>
              }
            >
              {t('amendments.waitingHelp')}
            </Callout>
          )
        }
      </QueryView>
    </>
  )
}
