import '../calls/design/calls.css'
import './delivery.css'
import { useState } from 'preact/hooks'
import { useStash } from '../../frame/use-stash.ts'
import { Restored, Wizard } from '../../frame/wizard.tsx'
import { lazyPage } from '../../lazy-page.tsx'
import type { ProblemError } from '../../problem.ts'
import { Button } from '../../ui/button.tsx'
import { t } from '../../words/words.ts'
import { BasicsStep } from './basics-step.tsx'
import { type CohortDraft, type FillStep, stepMembers, stepReady, stepsInError } from './cohort-draft.ts'

const PlanStep = lazyPage(() => import('./plan-step.tsx').then((m) => m.PlanStep))
const RulesStep = lazyPage(() => import('./rules-step.tsx').then((m) => m.RulesStep))
const ConfirmStep = lazyPage(() => import('./confirm-step.tsx').then((m) => m.ConfirmStep))

interface CohortWizardProps {
  initial: CohortDraft
  providerName: string | null
  stashKey: string
  saveLabel: string
  backHref: string
  busy: boolean
  problem: ProblemError | undefined
  /** True when it is stored. */
  onSave: (draft: CohortDraft) => Promise<boolean>
}

type WizardStep = FillStep | 'confirm'
const steps: readonly WizardStep[] = [...(Object.keys(stepMembers) as FillStep[]), 'confirm']

/** 编制班次: contents, places and stages, who may come, and a last look. What is typed survives a reload. */
export function CohortWizard(props: CohortWizardProps) {
  const { initial, providerName, stashKey, saveLabel, backHref, busy, problem, onSave } = props
  const stash = useStash(stashKey, initial)
  const { value: draft, set: onChange } = stash
  const [step, setStep] = useState<WizardStep>('basics')
  const errors = problem?.fields ?? {}
  const ready = (key: WizardStep) => key === 'confirm' || stepReady(draft, key)
  const given = { draft, onChange, errors }
  return (
    <Wizard
      steps={steps}
      step={step}
      onStep={setStep}
      titleOf={(key) => t(`cohorts.step.${key}`)}
      ready={ready}
      wrong={stepsInError(errors)}
      problem={problem}
      notes={
        stash.restored && (
          <Restored
            title={t('cohorts.restored')}
            help={t('cohorts.restoredHelp')}
            discardLabel={t('cohorts.discard')}
            onDiscard={stash.discard}
          />
        )
      }
      backHref={backHref}
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
      {step === 'basics' && <BasicsStep {...given} providerName={providerName} />}
      {step === 'plan' && <PlanStep {...given} />}
      {step === 'rules' && <RulesStep {...given} />}
      {step === 'confirm' && <ConfirmStep draft={draft} />}
    </Wizard>
  )
}
