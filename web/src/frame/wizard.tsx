import './wizard.css'
import type { ComponentChildren } from 'preact'
import type { ProblemError } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Steps } from '../ui/steps.tsx'
import { t } from '../words/words.ts'
import { FormProblem } from './form-problem.tsx'

interface WizardProps<K extends string> {
  steps: readonly K[]
  step: K
  onStep: (step: K) => void
  titleOf: (step: K) => string
  /** Whether a step lets go on; a later one opens when all before it do. */
  ready: (step: K) => boolean
  /** Steps in which the last answer found something wrong. */
  wrong?: readonly string[]
  problem: ProblemError | undefined
  /** What is to be known before any step. */
  notes?: ComponentChildren
  backHref: string
  /** The button of the last step. */
  finish: ComponentChildren
  children: ComponentChildren
}

/** A long form in steps: where it stands, the step itself, back and on. */
export function Wizard<K extends string>(props: WizardProps<K>) {
  const { steps, step, onStep, titleOf, ready, wrong = [], problem, notes, backHref, finish, children } = props
  const at = steps.indexOf(step)
  const [before, next] = [steps[at - 1], steps[at + 1]]
  return (
    <div class="card stack">
      <Steps
        current={step}
        onPick={(key) => {
          const to = steps.find((one) => one === key)
          if (to && steps.slice(0, steps.indexOf(to)).every(ready)) onStep(to)
        }}
        steps={steps.map((key, index) => ({
          key,
          title: titleOf(key),
          state: wrong.includes(key) ? 'error' : index < at ? 'done' : undefined,
        }))}
      />
      {notes}
      <FormProblem problem={problem} />
      {children}
      <div class="wizard-foot">
        <Button href={backHref}>{t('ui.cancel')}</Button>
        <div class="row">
          {before !== undefined && <Button onClick={() => onStep(before)}>{t('frame.previous')}</Button>}
          {next === undefined ? (
            finish
          ) : (
            <Button kind="primary" disabled={!ready(step)} onClick={() => onStep(next)}>
              {t('frame.next')}
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}

interface RestoredProps {
  title: string
  help: string
  discardLabel: string
  onDiscard: () => void
}

/** Says that what an earlier visit left behind is back, and offers to begin anew. */
export function Restored({ title, help, discardLabel, onDiscard }: RestoredProps) {
  return (
    <Callout
      title={title}
      actions={
        <Button size="small" onClick={onDiscard}>
          {discardLabel}
        </Button>
      }
    >
      {help}
    </Callout>
  )
}
