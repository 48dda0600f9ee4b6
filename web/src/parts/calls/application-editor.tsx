import './calls.css'
import { useEffect, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { call } from '../../call.ts'
import { QueryView } from '../../frame/query-view.tsx'
import type { ProblemError } from '../../problem.ts'
import { refreshAll } from '../../query-store.ts'
import { useActing } from '../../session.ts'
import { AutosaveMark } from '../../ui/autosave-mark.tsx'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { Field } from '../../ui/field.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { focusFirstError } from '../../ui/first-error.ts'
import { pointerTo } from '../../ui/form-field.ts'
import { FormFieldList } from '../../ui/form-field-list.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ResultPage } from '../../ui/result-page.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { Steps } from '../../ui/steps.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { UploadedFiles } from '../../ui/uploaded-files.tsx'
import { useQuery } from '../../use-query.ts'
import { useSend } from '../../use-send.ts'
import { formatInstant } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import type { Application } from './application-moves.tsx'
import { CallOfDraft } from './call-of-draft.tsx'
import { drawnFields } from './contract-form.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { useAttachments } from './use-attachments.ts'
import { useDraft } from './use-draft.ts'

const steps = ['fill', 'files', 'preview'] as const
type Step = (typeof steps)[number]

const accept = '.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.jpg,.jpeg,.png'
const maxBytes = 52_428_800

function Submitted({ one }: { one: Application }) {
  return (
    <div class="card">
      <ResultPage
        kind="success"
        title={t('calls.submitted')}
        help={t('calls.submittedHelp')}
        facts={
          <DescriptionList
            single
            items={[
              { label: t('calls.project'), value: one.title },
              { label: t('calls.submissions'), value: t('calls.times', { n: one.submissionNo }) },
              { label: t('calls.submittedAt'), value: formatInstant(one.updatedAt) },
            ]}
          />
        }
        actions={
          <>
            <Button href="/applications">{t('calls.toList')}</Button>
            <Button kind="primary" href={`/applications/${one.id}`}>
              {t('frame.view')}
            </Button>
          </>
        }
      />
    </div>
  )
}

function Editor({ initial }: { initial: Application }) {
  const { district } = useActing()
  const draft = useDraft(initial)
  const attachments = useAttachments(draft)
  const submission = useSend('submitApplication')
  const [step, setStep] = useState<Step>('fill')
  const [refusal, setRefusal] = useState<ProblemError | undefined>(undefined)
  const [done, setDone] = useState<Application | null>(null)
  const [merging, setMerging] = useState(false)
  const [refused, setRefused] = useState(0)
  const { content, stored, state, conflict } = draft
  const fields = drawnFields(stored.form)
  const errors = { ...draft.problem?.fields, ...refusal?.fields }
  const wrong = Object.keys(errors).length
  useEffect(() => {
    // once for every refusal: while errors are being corrected, the focus is the person's own
    if (refused > 0) focusFirstError()
  }, [refused])
  useEffect(() => {
    if (conflict) setMerging(true)
  }, [conflict])
  if (done) return <Submitted one={done} />

  /** What is corrected no longer counts as wrong; the next submission checks it again. */
  function correct(pointer: string) {
    setRefusal((before) => {
      if (!before) return before
      const left = Object.entries(before.fields).filter(([key]) => key !== pointer && !key.startsWith(`${pointer}/`))
      return left.length === 0 && Object.keys(before.fields).length > 0
        ? undefined
        : { ...before, fields: Object.fromEntries(left) }
    })
  }
  async function submit() {
    setRefusal(undefined)
    if (!(await draft.flush())) return
    const params = { district, id: initial.id }
    const current = await call('readApplication', { params })
    const answer = await submission.send({
      params,
      body: {},
      ifMatch: current.ok ? current.body.version : stored.version,
    })
    if (answer.ok) {
      setDone(answer.body)
      return
    }
    if (Object.keys(answer.problem.fields).length > 0) setStep('fill')
    setRefusal(answer.problem)
    setRefused((n) => n + 1)
  }
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
            state: key === 'fill' && wrong > 0 ? 'error' : index < at ? 'done' : undefined,
          }))}
        />
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
        {step === 'fill' && (
          <>
            {stored.callId === null && <CallOfDraft one={stored} />}
            <Field label={t('calls.project')} required error={errors['/title']} pointer="/title">
              {(link) => (
                <TextInput
                  {...link}
                  value={content.title}
                  maxLength={100}
                  onChange={(title) => {
                    draft.setTitle(title)
                    correct('/title')
                  }}
                />
              )}
            </Field>
            <FormFieldList
              fields={fields}
              values={content.values}
              errors={errors}
              base="/values"
              onChange={(key, value) => {
                draft.setValue(key, value)
                correct(pointerTo('/values', key))
              }}
            />
          </>
        )}
        {step === 'files' && (
          <Field label={t('calls.attachments')} group help={t('calls.attachmentsHelp')}>
            {(link) => (
              <FileDrop
                {...link}
                multiple
                accept={accept}
                maxBytes={maxBytes}
                files={attachments.files}
                onAdd={attachments.add}
              />
            )}
          </Field>
        )}
        {step === 'preview' && (
          <>
            <h2>{content.title}</h2>
            <FormFieldList readOnly fields={fields} values={content.values} />
            <h3>{t('calls.attachments')}</h3>
            {attachments.files.length === 0 ? (
              <p class="muted">{t('calls.noAttachments')}</p>
            ) : (
              <UploadedFiles files={attachments.files} />
            )}
          </>
        )}
      </div>
      <div class="editor-foot">
        <AutosaveMark state={state} />
        {conflict && !merging && (
          <Button size="small" onClick={() => setMerging(true)}>
            {t('calls.seeTheirs')}
          </Button>
        )}
        <div class="row">
          {at > 0 && <Button onClick={() => setStep(steps[at - 1] ?? 'fill')}>{t('frame.previous')}</Button>}
          <Button onClick={() => void draft.flush()}>{t('calls.saveDraft')}</Button>
          {step === 'preview' ? (
            stored.actions.includes('submit') && (
              <Button kind="primary" busy={submission.busy} disabled={attachments.busy} onClick={() => void submit()}>
                {stored.state === 'returned' ? t('calls.resubmit') : t('calls.submit')}
              </Button>
            )
          ) : (
            <Button kind="primary" onClick={() => setStep(steps[at + 1] ?? 'preview')}>
              {t('frame.next')}
            </Button>
          )}
        </div>
      </div>
      {conflict && merging && (
        <MergeDialog
          conflict={conflict}
          mine={content}
          base={{ title: stored.title, values: stored.values }}
          fields={fields}
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
