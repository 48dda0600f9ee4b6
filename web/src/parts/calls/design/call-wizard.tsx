import './calls.css'
import { useState } from 'preact/hooks'
import type { ProblemError } from '../../../problem.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { Steps } from '../../../ui/steps.tsx'
import { useQuery } from '../../../use-query.ts'
import { t } from '../../../words/words.ts'
import { useStash } from '../applications/use-stash.ts'
import { CallBasicsStep } from './call-basics-step.tsx'
import { type CallDraft, type FillStep, stepMembers, stepReady, stepsInError } from './call-draft.ts'
import { CallEligibilityStep } from './call-eligibility-step.tsx'
import { CallFacts } from './call-facts.tsx'
import { CallWindowStep } from './call-window-step.tsx'
import { CallFilesField, CallFormStep, CallReviewStep } from './lazy-call-parts.ts'
import type { CallFiles } from './use-call-files.ts'

interface CallWizardProps {
  initial: CallDraft
  /** Under which the browser keeps what is typed until it is saved. */
  stashKey: string
  files: CallFiles
  saveLabel: string
  busy: boolean
  problem: ProblemError | undefined
  /** True when it is stored. */
  onSave: (draft: CallDraft) => Promise<boolean>
}

const fillSteps = Object.keys(stepMembers) as FillStep[]

type WizardStep = FillStep | 'files' | 'confirm'

/** 编制申报批次: basics, form, who may apply, rules, window, files, and a last look. */
export function CallWizard({ initial, stashKey, files, saveLabel, busy, problem, onSave }: CallWizardProps) {
  const { district } = useActing()
  const stash = useStash(stashKey, initial)
  const { value: draft, set: onChange } = stash
  const [step, setStep] = useState<WizardStep>('basics')
  const rubric = useQuery('readRubric', draft.rubricId === null ? null : { params: { district, id: draft.rubricId } })
  const errors = problem?.fields ?? {}
  const wrong = stepsInError(errors)
  const steps: readonly WizardStep[] = [...fillSteps, 'files', 'confirm']
  const at = steps.indexOf(step)
  const reachable = (key: WizardStep) => fillSteps.slice(0, steps.indexOf(key)).every((one) => stepReady(draft, one))
  const ready = (key: WizardStep) => key === 'files' || key === 'confirm' || stepReady(draft, key)
  const faulty = (key: WizardStep) => wrong.some((one) => one === key)
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
          state: faulty(key) ? 'error' : index < at ? 'done' : undefined,
        }))}
      />
      {stash.restored && (
        <Callout
          title={t('design.restored')}
          actions={
            <Button size="small" onClick={stash.discard}>
              {t('design.discard')}
            </Button>
          }
        >
          {t('design.restoredHelp')}
        </Callout>
      )}
      {problem && (
        <Callout kind="error" title={problem.title}>
          {problem.detail}
          {Object.values(errors).length > 0 && `　${Object.values(errors).join('；')}`}
        </Callout>
      )}
      {step === 'basics' && <CallBasicsStep {...props} />}
      {step === 'form' && <CallFormStep {...props} />}
      {step === 'eligibility' && <CallEligibilityStep {...props} />}
      {step === 'review' && <CallReviewStep {...props} />}
      {step === 'window' && <CallWindowStep {...props} />}
      {step === 'files' && <CallFilesField files={files} />}
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
            <Button
              kind="primary"
              busy={busy}
              onClick={() => void onSave(draft).then((stored) => stored && stash.forget())}
            >
              {saveLabel}
            </Button>
          ) : (
            <Button kind="primary" disabled={!ready(step)} onClick={() => setStep(steps[at + 1] ?? 'confirm')}>
              {t('frame.next')}
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}
