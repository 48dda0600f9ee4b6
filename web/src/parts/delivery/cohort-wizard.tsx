import '../calls/design/calls.css'
import './delivery.css'
import { useState } from 'preact/hooks'
import { lazyPage } from '../../lazy-page.tsx'
import type { ProblemError } from '../../problem.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Steps } from '../../ui/steps.tsx'
import { t } from '../../words/words.ts'
import { useStash } from '../calls/applications/use-stash.ts'
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

const fillSteps = Object.keys(stepMembers) as FillStep[]

/** 编制班次: contents, places and stages, who may come, and a last look. What is typed survives a reload. */
export function CohortWizard(props: CohortWizardProps) {
  const { initial, providerName, stashKey, saveLabel, backHref, busy, problem, onSave } = props
  const stash = useStash(stashKey, initial)
  const { value: draft, set: onChange } = stash
  const [step, setStep] = useState<FillStep | 'confirm'>('basics')
  const errors = problem?.fields ?? {}
  const wrong = stepsInError(errors)
  const steps = [...fillSteps, 'confirm'] as const
  const at = steps.indexOf(step)
  const ready = (key: FillStep | 'confirm') => key === 'confirm' || stepReady(draft, key)
  const given = { draft, onChange, errors }
  return (
    <div class="card stack">
      <Steps
        current={step}
        onPick={(key) => {
          const to = steps.find((one) => one === key)
          if (to && steps.slice(0, steps.indexOf(to)).every(ready)) setStep(to)
        }}
        steps={steps.map((key, index) => ({
          key,
          title: t(`cohorts.step.${key}`),
          state: wrong.some((one) => one === key) ? 'error' : index < at ? 'done' : undefined,
        }))}
      />
      {stash.restored && (
        <Callout
          title={t('cohorts.restored')}
          actions={
            <Button size="small" onClick={stash.discard}>
              {t('cohorts.discard')}
            </Button>
          }
        >
          {t('cohorts.restoredHelp')}
        </Callout>
      )}
      {problem && (
        <Callout kind="error" title={problem.title}>
          {problem.detail}
          {Object.values(errors).length > 0 && `　${Object.values(errors).join('；')}`}
        </Callout>
      )}
      {step === 'basics' && <BasicsStep {...given} providerName={providerName} />}
      {step === 'plan' && <PlanStep {...given} />}
      {step === 'rules' && <RulesStep {...given} />}
      {step === 'confirm' && <ConfirmStep draft={draft} />}
      <div class="wizard-foot">
        <Button href={backHref}>{t('ui.cancel')}</Button>
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
