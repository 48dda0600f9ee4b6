import './calls.css'
import { useState } from 'preact/hooks'
import { useStash } from '../../../frame/use-stash.ts'
import { Restored, Wizard } from '../../../frame/wizard.tsx'
import type { ProblemError } from '../../../problem.ts'
import { useActing } from '../../../session.ts'
import { Button } from '../../../ui/button.tsx'
import { Callout } from '../../../ui/callout.tsx'
import { useQuery } from '../../../use-query.ts'
import { t } from '../../../words/words.ts'
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
const steps: readonly WizardStep[] = [...fillSteps, 'files', 'confirm']

/** 编制申报批次: basics, form, who may apply, rules, window, files, and a last look. */
export function CallWizard({ initial, stashKey, files, saveLabel, busy, problem, onSave }: CallWizardProps) {
  const { district } = useActing()
  const stash = useStash(stashKey, initial)
  const { value: draft, set: onChange } = stash
  const [step, setStep] = useState<WizardStep>('basics')
  const rubric = useQuery('readRubric', draft.rubricId === null ? null : { params: { district, id: draft.rubricId } })
  const errors = problem?.fields ?? {}
  const ready = (key: WizardStep) => key === 'files' || key === 'confirm' || stepReady(draft, key)
  const props = { draft, onChange, errors }
  return (
    <Wizard
      steps={steps}
      step={step}
      onStep={setStep}
      titleOf={(key) => t(`calls.step.${key}`)}
      ready={ready}
      wrong={stepsInError(errors)}
      problem={problem}
      notes={
        stash.restored && (
          <Restored
            title={t('design.restored')}
            help={t('design.restoredHelp')}
            discardLabel={t('design.discard')}
            onDiscard={stash.discard}
          />
        )
      }
      backHref="/calls"
      finish={
        <Button
          kind="primary"
          busy={busy}
          onClick={() => void onSave(draft).then((stored) => stored && stash.forget())}
        >
          {saveLabel}
        </Button>
      }
    >
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
    </Wizard>
  )
}
