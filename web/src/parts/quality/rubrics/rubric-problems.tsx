import type { OutputOf } from '../../../call.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../../../words/words.ts'

export type RubricProblem = OutputOf<'editRubric'>['problems'][number]

interface RubricProblemsProps {
  problems: readonly RubricProblem[]
  /** Goes to where a problem stands. */
  onGo: (pointer: string) => void
}

/** What keeps a draft from being published, each a way to its place. */
export function RubricProblems({ problems, onGo }: RubricProblemsProps) {
  return (
    <section class="card rubric-problems" aria-label={t('rubrics.check')}>
      <h2>{t('rubrics.check')}</h2>
      <div role="status">
        {problems.length === 0 ? (
          <p class="rubric-sound">
            <Icon name="done" /> {t('rubrics.sound')}
          </p>
        ) : (
          <strong>{t('rubrics.problems', { n: problems.length })}</strong>
        )}
      </div>
      {problems.length > 0 && (
        <>
          <p class="muted">{t('rubrics.problemsHelp')}</p>
          <ul>
            {problems.map(({ pointer, problem, place, detail }) => (
              <li key={`${pointer} ${problem}`}>
                <button type="button" onClick={() => onGo(pointer)}>
                  <b>{place}</b>
                  {detail}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
