import './calls.css'
import { useState } from 'preact/hooks'
import type { ProblemError } from '../../problem.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Field } from '../../ui/field.tsx'
import { Steps } from '../../ui/steps.tsx'
import { useQuery } from '../../use-query.ts'
import { t } from '../../words/words.ts'
import { CallBasicsStep } from './call-basics-step.tsx'
import { type CallDraft, type FillStep, stepMembers, stepReady, stepsInError } from './call-draft.ts'
import { CallFacts } from './call-facts.tsx'
import { CallFormStep } from './call-form-step.tsx'
import { CallReviewStep } from './call-review-step.tsx'
import { ChinaTimeInput } from './china-time-input.tsx'

interface CallWizardProps {
  initial: CallDraft
  saveLabel: string
  busy: boolean
  problem: ProblemError | undefined
  onSave: (draft: CallDraft) => void
}

const fillSteps = Object.keys(stepMembers) as FillStep[]

/** 编制申报批次: basics, form, rules, window, and a last look. */
export function CallWizard({ initial, saveLabel, busy, problem, onSave }: CallWizardProps) {
  const { district } = useActing()
  const [draft, setDraft] = useState(initial)
  const [step, setStep] = useState<FillStep | 'confirm'>('basics')
  const rubric = useQuery('readRubric', draft.rubricId === null ? null : { params: { district, id: draft.rubricId } })
  const errors = problem?.fields ?? {}
  const wrong = stepsInError(errors)
  const steps = [...fillSteps, 'confirm'] as const
  const at = steps.indexOf(step)
  const onChange = (part: Partial<CallDraft>) => setDraft((before) => ({ ...before, ...part }))
  const reachable = (key: FillStep | 'confirm') =>
    fillSteps.slice(0, steps.indexOf(key)).every((one) => stepReady(draft, one))
  const props = { draft, onChange, errors }
  return (
    <div class="card stack">
      <Steps
        current={step}
        onPick={(key) => {
          const to = steps.find((one) => one === key)
          if (to && reachable(to)) setStep(to)
        }}
        steps={steps.map((key, index) => ({
          key,
          title: t(`calls.step.${key}`),
          state: key !== 'confirm' && wrong.includes(key) ? 'error' : index < at ? 'done' : undefined,
        }))}
      />
      {problem && (
        <Callout kind="error" title={problem.title}>
          {problem.detail}
          {Object.values(errors).length > 0 && `　${Object.values(errors).join('；')}`}
        </Callout>
      )}
      {step === 'basics' && <CallBasicsStep {...props} />}
      {step === 'form' && <CallFormStep {...props} />}
      {step === 'review' && <CallReviewStep {...props} />}
      {step === 'window' && (
        <>
          <Callout>{t('calls.windowHelp')}</Callout>
          <Field label={t('calls.opensAt')} required group error={errors['/opensAt']}>
            {(link) => (
              <ChinaTimeInput
                {...link}
                value={draft.opensAt}
                usualTime="09:00"
                onChange={(opensAt) => onChange({ opensAt })}
              />
            )}
          </Field>
          <Field label={t('calls.closesAt')} required group error={errors['/closesAt']}>
            {(link) => (
              <ChinaTimeInput
                {...link}
                value={draft.closesAt}
                usualTime="17:30"
                onChange={(closesAt) => onChange({ closesAt })}
              />
            )}
          </Field>
        </>
      )}
      {step === 'confirm' && (
        <>
          <h2>{draft.title}</h2>
          <CallFacts call={draft} rubricTitle={rubric.data?.title} />
          {draft.rubricId === null && <Callout kind="warning">{t('calls.rubricBeforeOpening')}</Callout>}
        </>
      )}
      <div class="wizard-foot">
        <Button href="/calls">{t('ui.cancel')}</Button>
        <div class="row">
          {at > 0 && <Button onClick={() => setStep(steps[at - 1] ?? 'basics')}>{t('frame.previous')}</Button>}
          {step === 'confirm' ? (
            <Button kind="primary" busy={busy} onClick={() => onSave(draft)}>
              {saveLabel}
            </Button>
          ) : (
            <Button
              kind="primary"
              disabled={!stepReady(draft, step)}
              onClick={() => setStep(steps[at + 1] ?? 'confirm')}
            >
              {t('frame.next')}
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}
