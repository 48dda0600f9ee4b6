import './calls.css'
import '../../../frame/wizard.css'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { FormProblem } from '../../../frame/form-problem.tsx'
import { useStash } from '../../../frame/use-stash.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { Field } from '../../../ui/field.tsx'
import { NumberInput } from '../../../ui/number-input.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { t, wordFor } from '../../../words/words.ts'
import { ChinaTimeInput } from '../china-time-input.tsx'
import { type Call, draftOf } from './call-draft.ts'
import { CallOfAddress } from './call-of-address.tsx'
import { EligibilityFields } from './eligibility-fields.tsx'
import { FormBuilder } from './form-builder.tsx'
import { CallConflictDialog } from './lazy-call-parts.ts'
import { FormPreview } from './lazy-form-preview.ts'
import { changedIn, useCallSave } from './use-call-save.ts'

function Amend({ call }: { call: Call }) {
  const { district } = useActing()
  const { route } = useLocation()
  const { save, settle, conflict, dropConflict, busy, problem } = useCallSave(call)
  const [before] = useState(draftOf(call))
  const stash = useStash(`amend.${district}.${call.id}.${call.version}`, { draft: before, note: '' })
  const { draft, note } = stash.value
  const [preview, setPreview] = useState(false)
  const set = (part: Partial<typeof draft>) => stash.set({ draft: { ...draft, ...part } })
  const changed = Object.keys(changedIn(before, draft))
  const errors = problem?.fields ?? {}
  function done(stored: boolean) {
    if (!stored) return
    stash.forget()
    showToast({ kind: 'success', text: t('design.amended') })
    route(`/calls/${call.id}`)
  }
  return (
    <>
      <PageHead
        title={t('design.amend')}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.calls'), href: '/calls' },
          { label: call.title, href: `/calls/${call.id}` },
          { label: t('design.amend') },
        ]}
        help={t('design.amendHelp')}
      />
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy && changed.length > 0 && note.trim() !== '') void save(draft, note.trim()).then(done)
        }}
      >
        <FormProblem problem={problem} />
        <section class="card stack">
          <h2>{t('frame.basics')}</h2>
          <Field label={t('calls.guidance')} help={t('calls.guidanceHelp')} error={errors['/guidance']}>
            {(link) => (
              <Textarea
                {...link}
                value={draft.guidance}
                onChange={(guidance) => set({ guidance })}
                rows={6}
                maxLength={20_000}
              />
            )}
          </Field>
          <Field label={t('design.contact')} help={t('design.contactHelp')} error={errors['/contact']}>
            {(link) => (
              <TextInput {...link} value={draft.contact} onChange={(contact) => set({ contact })} maxLength={100} />
            )}
          </Field>
          <Field label={t('calls.closesAt')} required group help={t('design.onlyLater')} error={errors['/closesAt']}>
            {(link) => (
              <ChinaTimeInput
                {...link}
                value={draft.closesAt}
                usualTime="17:30"
                onChange={(closesAt) => set({ closesAt: closesAt === '' ? before.closesAt : closesAt })}
              />
            )}
          </Field>
          <Field
            label={t('calls.quotaPerUnit')}
            required
            short
            help={t('design.onlyMore')}
            error={errors['/quotaPerUnit']}
          >
            {(link) => (
              <NumberInput
                {...link}
                value={draft.quotaPerUnit}
                onChange={(quota) => set({ quotaPerUnit: quota ?? before.quotaPerUnit })}
                unit={t('calls.items')}
              />
            )}
          </Field>
          <EligibilityFields
            value={draft.eligibility}
            onChange={(eligibility) => set({ eligibility })}
            errors={errors}
          />
        </section>
        <section class="card stack">
          <div class="builder-head">
            <h2>{t('design.fieldsOf', { n: draft.form.length })}</h2>
            <Button icon="file" onClick={() => setPreview(true)}>
              {t('calls.preview')}
            </Button>
          </div>
          <Callout>{t('design.amendFormHelp')}</Callout>
          <FormBuilder form={draft.form} errors={errors} onChange={(form) => set({ form })} />
          {preview && <FormPreview open form={draft.form} onClose={() => setPreview(false)} />}
        </section>
        <section class="card stack">
          <h2>{t('design.publishAmendment')}</h2>
          <p>
            {changed.length === 0
              ? t('design.nothingChanged')
              : t('design.changedMembers', { members: changed.map((key) => wordFor('member', key)).join('、') })}
          </p>
          <Field label={t('frame.reason')} required help={t('design.reasonHelp')} error={errors['/note']}>
            {(link) => (
              <Textarea
                {...link}
                value={note}
                onChange={(text) => stash.set({ note: text })}
                rows={3}
                maxLength={2000}
              />
            )}
          </Field>
          <div class="wizard-foot">
            <Button href={`/calls/${call.id}`}>{t('ui.cancel')}</Button>
            <Button kind="primary" type="submit" busy={busy} disabled={changed.length === 0 || note.trim() === ''}>
              {t('design.publishAmendment')}
            </Button>
          </div>
        </section>
      </form>
      {conflict && (
        <CallConflictDialog
          conflict={conflict}
          busy={busy}
          onSettle={(theirsOf) => void settle(theirsOf).then(done)}
          onClose={dropConflict}
        />
      )}
    </>
  )
}

/** 更正: what may still be changed in a call that schools have read. */
export function AmendCall() {
  return <CallOfAddress skeleton="form">{(call) => <Amend call={call} />}</CallOfAddress>
}
