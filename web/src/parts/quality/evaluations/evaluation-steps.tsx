import type { OutputOf } from '../../../call.ts'
import { t } from '../../../words/words.ts'

type Line = OutputOf<'explainEvaluation'>['lines'][number]

/** Every step in words: what was done, its formula, what went in, and the exact figure behind the rounded one. */
export function EvaluationSteps({ lines }: { lines: readonly Line[] }) {
  return (
    <section class="card">
      <h2>{t('evaluations.steps')}</h2>
      <ol class="explain">
        {lines.map(({ id, line, formula, exact, inputs }) => (
          <li key={id}>
            <strong>{line}</strong>
            <span class="explain-formula">
              {t('quality.formula', { formula })}
              {exact?.includes('/') && <small class="muted"> · {t('evaluations.exact', { exact })}</small>}
            </span>
            {inputs.length > 0 && (
              <ul class="explain-inputs">
                {inputs.map(({ name, value }, index) => (
                  <li key={`${index} ${name}`}>
                    {name} <b>{value}</b>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
