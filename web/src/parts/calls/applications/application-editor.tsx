import '../design/calls.css'
import { useEffect, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { QueryView } from '../../../frame/query-view.tsx'
import { lazyPage } from '../../../lazy-page.tsx'
import { refreshAll } from '../../../query-store.ts'
import { useActing } from '../../../session.ts'
import { AutosaveMark } from '../../../ui/autosave-mark.tsx'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateTag } from '../../../ui/state-tag.tsx'
import { Steps } from '../../../ui/steps.tsx'
import { useQuery } from '../../../use-query.ts'
import { t } from '../../../words/words.ts'
import { withFileItems } from '../files/attachment-items.ts'
import { useAttachments } from '../files/use-attachments.ts'
import type { Application } from './application-moves.tsx'
import { isTitle } from './draft-content.ts'
import { FindingsSummary, FormChangeNotice } from './draft-notices.tsx'
import { useDraft } from './use-draft.ts'
import { useSubmission } from './use-submission.ts'

/** The steps are fetched beside the draft; what comes later is fetched as soon as it stands, while there is a network. */
const later = {
  fill: () => import('./fill-step.tsx').then((m) => m.FillStep),
  files: () => import('./files-step.tsx').then((m) => m.FilesStep),
  preview: () => import('./preview-step.tsx').then((m) => m.PreviewStep),
  merge: () => import('./merge-dialog.tsx').then((m) => m.MergeDialog),
  submitted: () => import('./submitted-result.tsx').then((m) => m.SubmittedResult),
  left: () => import('./left-values.tsx').then((m) => m.LeftValues),
}
const FillStep = lazyPage(later.fill)
const FilesStep = lazyPage(later.files)
const PreviewStep = lazyPage(later.preview)
const MergeDialog = lazyPage(later.merge)
const SubmittedResult = lazyPage(later.submitted)
later.fill().catch(() => undefined)

const steps = ['fill', 'files', 'preview'] as const
type Step = (typeof steps)[number]

function Editor({ initial }: { initial: Application }) {
  const draft = useDraft(initial)
  const attachments = useAttachments(draft)
  const [step, setStep] = useState<Step>('fill')
  const [merging, setMerging] = useState(false)
  const submission = useSubmission(draft, () => setStep('fill'))
  const { refusal } = submission
  const { content, stored, conflict } = draft
  const titles = Object.fromEntries(stored.form.map(({ key, title }) => [key, title]))
  const values = withFileItems(content.values, stored.form, attachments.items)
  // what a live check says already is not said twice
  const errors = Object.fromEntries(
    Object.entries({ ...draft.problem?.fields, ...refusal?.fields }).filter(
      ([pointer, detail]) => !stored.findings.some((one) => one.pointer === pointer && one.detail === detail),
    ),
  )
  const wrong = Object.keys(errors).length
  const blocked = stored.findings.some(({ severity }) => severity === 'block')
  useEffect(() => {
    for (const load of Object.values(later)) load().catch(() => undefined)
  }, [])
  useEffect(() => {
    if (conflict) setMerging(true)
  }, [conflict?.theirs.version])
  if (submission.done) return <SubmittedResult one={submission.done} />
  const at = steps.indexOf(step)
  return (
    <>
      <PageHead
        title={stored.title}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.applications'), href: '/applications' },
          { label: stored.title, href: `/applications/${stored.id}` },
          { label: t('frame.edit') },
        ]}
        tags={<StateTag group="application" state={stored.state} />}
        help={stored.callTitle}
      />
      <div class="card stack">
        <Steps
          current={step}
          onPick={(key) => setStep(steps.find((one) => one === key) ?? 'fill')}
          steps={steps.map((key, index) => ({
            key,
            title: t(`calls.edit.${key}`),
            state: key === 'fill' && (wrong > 0 || blocked) ? 'error' : index < at ? 'done' : undefined,
          }))}
        />
        {draft.restored && draft.state.kind !== 'failed' && (
          <Callout kind="info" title={t('drafting.restored')}>
            {t('drafting.restoredHelp')}
          </Callout>
        )}
        {draft.formChange && <FormChangeNotice change={draft.formChange} onSeen={draft.dismissFormChange} />}
        {stored.copiedFrom !== null && stored.submissionNo === 0 && stored.version < 3 && (
          <Callout kind="info">{t('drafting.copiedFrom')}</Callout>
        )}
        {refusal && (
          <Callout kind="error" title={refusal.title}>
            {wrong > 0 ? t('ui.errorsFound', { n: wrong }) : refusal.detail}
          </Callout>
        )}
        {draft.problem && !refusal && (
          <Callout kind="warning" title={draft.problem.title}>
            {draft.problem.detail}
          </Callout>
        )}
        <FindingsSummary
          findings={stored.findings}
          titleOf={(pointer) => titles[pointer.split('/')[2] ?? ''] ?? t('calls.content')}
          onGo={() => setStep('fill')}
        />
        {step === 'fill' && (
          <FillStep
            draft={draft}
            attachments={attachments}
            values={values}
            errors={errors}
            onCorrect={submission.correct}
          />
        )}
        {step === 'files' && <FilesStep attachments={attachments} titles={titles} />}
        {step === 'preview' && (
          <PreviewStep
            title={content.title}
            form={stored.form}
            values={values}
            items={attachments.items}
            titles={titles}
          />
        )}
      </div>
      <div class="editor-foot">
        <AutosaveMark state={draft.state} />
        {conflict && !merging && (
          <Button size="small" onClick={() => setMerging(true)}>
            {t('calls.seeTheirs')}
          </Button>
        )}
        <div class="row">
          {at > 0 && <Button onClick={() => setStep(steps[at - 1] ?? 'fill')}>{t('frame.previous')}</Button>}
          <Button onClick={() => void draft.flush()}>{t('calls.saveDraft')}</Button>
          {step !== 'preview' ? (
            <Button kind="primary" onClick={() => setStep(steps[at + 1] ?? 'preview')}>
              {t('frame.next')}
            </Button>
          ) : (
            stored.actions.includes('submit') && (
              <Button
                kind="primary"
                busy={submission.busy}
                disabled={attachments.busy}
                title={attachments.busy ? t('drafting.waitForFiles') : undefined}
                onClick={() => void submission.submit()}
              >
                {stored.state === 'returned' ? t('calls.resubmit') : t('calls.submit')}
              </Button>
            )
          )}
        </div>
      </div>
      {conflict && merging && (
        <MergeDialog
          conflict={conflict}
          mine={content}
          form={stored.form}
          isTitle={isTitle}
          onResolve={draft.resolve}
          onClose={() => setMerging(false)}
        />
      )}
    </>
  )
}

/** The editor starts from a fresh reading, and what is on the screen is from then on its own. */
export function ApplicationEditor() {
  const { district } = useActing()
  const { route } = useLocation()
  const id = useRoute().params['id'] ?? ''
  const query = useQuery('readApplication', { params: { district, id } })
  const [first, setFirst] = useState<Application | null>(null)
  useEffect(() => {
    refreshAll()
  }, [id])
  useEffect(() => {
    if (query.data && !query.busy && first === null) setFirst(query.data)
  }, [query.data, query.busy])
  useEffect(() => {
    // nothing to edit any more, as after following an old link
    if (first && !first.actions.includes('edit')) route(`/applications/${first.id}`, true)
  }, [first])
  return (
    <QueryView query={query} skeleton="form">
      {() => first?.actions.includes('edit') && <Editor key={`${first.id} ${first.callId}`} initial={first} />}
    </QueryView>
  )
}
