import './calls.css'
import { useEffect, useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { QueryView } from '../../frame/query-view.tsx'
import { refreshAll } from '../../query-store.ts'
import { useActing } from '../../session.ts'
import { AutosaveMark } from '../../ui/autosave-mark.tsx'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Field } from '../../ui/field.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { pointerTo } from '../../ui/form-field.ts'
import { FormFieldList } from '../../ui/form-field-list.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { Steps } from '../../ui/steps.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useQuery } from '../../use-query.ts'
import { t } from '../../words/words.ts'
import type { Application } from './application-moves.tsx'
import { withFileItems } from './attachment-items.ts'
import { attachmentAccept, attachmentBytes } from './attachment-kinds.ts'
import { AttachmentList } from './attachment-list.tsx'
import { CallOfDraft } from './call-of-draft.tsx'
import { drawnFields } from './contract-form.ts'
import { FindingsSummary, FormChangeNotice, LeftValues } from './draft-notices.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { SubmittedResult } from './submitted-result.tsx'
import { useAttachments } from './use-attachments.ts'
import { useDraft } from './use-draft.ts'
import { useSubmission } from './use-submission.ts'

const steps = ['fill', 'files', 'preview'] as const
type Step = (typeof steps)[number]

function Editor({ initial }: { initial: Application }) {
  const draft = useDraft(initial)
  const attachments = useAttachments(draft)
  const [step, setStep] = useState<Step>('fill')
  const [merging, setMerging] = useState(false)
  const submission = useSubmission(draft, () => setStep('fill'))
  const { refusal, correct } = submission
  const { content, stored, conflict } = draft
  const fields = drawnFields(stored.form)
  const titles = Object.fromEntries(stored.form.map(({ key, title }) => [key, title]))
  const values = withFileItems(content.values, stored.form, attachments.items)
  const errors = { ...draft.problem?.fields, ...refusal?.fields }
  const wrong = Object.keys(errors).length
  const blocked = stored.findings.some(({ severity }) => severity === 'block')
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
              values={values}
              errors={errors}
              findings={stored.findings}
              base="/values"
              onChange={(key, value) => {
                draft.setValue(key, value)
                correct(pointerTo('/values', key))
              }}
              onAddFiles={(key, files) => {
                attachments.add(files, key)
                correct(pointerTo('/values', key))
              }}
              onRemoveFile={(_, id) => void attachments.remove(id)}
            />
            <LeftValues left={stored.leftValues} onLetGo={draft.letGo} />
          </>
        )}
        {step === 'files' && (
          <Field label={t('calls.attachments')} group help={t('calls.attachmentsHelp')}>
            {(link) => (
              <>
                <FileDrop
                  {...link}
                  multiple
                  accept={attachmentAccept}
                  maxBytes={attachmentBytes}
                  files={[]}
                  onAdd={attachments.add}
                />
                {attachments.problem && (
                  <Callout kind="error" title={attachments.problem.title}>
                    {attachments.problem.detail}
                  </Callout>
                )}
                <AttachmentList
                  items={attachments.items}
                  fieldTitles={titles}
                  onRemove={attachments.remove}
                  onRetry={attachments.retry}
                />
              </>
            )}
          </Field>
        )}
        {step === 'preview' && (
          <>
            <h2>{content.title}</h2>
            <FormFieldList readOnly fields={fields} values={values} />
            <h3>{t('calls.attachments')}</h3>
            {attachments.items.length === 0 ? (
              <p class="muted">{t('calls.noAttachments')}</p>
            ) : (
              <AttachmentList items={attachments.items} fieldTitles={titles} />
            )}
          </>
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
