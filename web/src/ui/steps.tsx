import './steps.css'
import { t } from '../words/words.ts'
import { Icon } from './icon.tsx'

interface Step {
  key: string
  title: string
  help?: string | undefined
  state?: 'done' | 'error' | undefined
}

export interface StepsProps {
  steps: readonly Step[]
  current: string
  /** When given, the titles are buttons. */
  onPick?: ((key: string) => void) | undefined
}

/** Where a long form or an import stands. */
export function Steps({ steps, current, onPick }: StepsProps) {
  return (
    <ol class="steps">
      {steps.map((step, index) => {
        const here = step.key === current
        const state = here ? 'current' : step.state
        const said = here ? t('ui.stepCurrent') : step.state === 'done' ? t('ui.stepDone') : ''
        const text = (
          <>
            <span class="visually-hidden">{t('ui.step', { n: index + 1, total: steps.length })} </span>
            {step.title}
            <span class="visually-hidden"> {step.state === 'error' ? t('ui.stepError') : said}</span>
          </>
        )
        return (
          <li
            key={step.key}
            class={`step${state ? ` step-${state}` : ''}${step.state === 'error' ? ' step-error' : ''}`}
            aria-current={here ? 'step' : undefined}
          >
            <div class="step-line">
              <span class="step-mark" aria-hidden="true">
                {step.state === 'error' ? (
                  '!'
                ) : step.state === 'done' && !here ? (
                  <Icon name="check" size={14} />
                ) : (
                  index + 1
                )}
              </span>
              {onPick ? (
                <button class="step-title" type="button" onClick={() => onPick(step.key)}>
                  {text}
                </button>
              ) : (
                <span class="step-title">{text}</span>
              )}
            </div>
            {step.help && <div class="step-help">{step.help}</div>}
          </li>
        )
      })}
    </ol>
  )
}
